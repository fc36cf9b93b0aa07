"""Content in which everything that can be many is many, made from what models are."""
