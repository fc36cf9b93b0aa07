"""What one query and one client may ask for, and how it is refused cheaply."""
