"""What an answer depends on: keys noted while it loads, and what a change touches."""
