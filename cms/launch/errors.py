"""What stops a launch."""


class LaunchError(Exception):
    """One sentence that tells a person what to do; it ends the program."""
