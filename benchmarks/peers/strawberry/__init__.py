"""strawberry-django with its optimiser, over the stock site's models."""
