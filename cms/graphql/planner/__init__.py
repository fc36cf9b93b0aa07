"""An operation read once: what it selects, and closures that answer it."""
