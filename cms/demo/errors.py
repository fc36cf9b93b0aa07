"""What ends a load."""


class DemoError(Exception):
    """One sentence that a person can act on; it names the file where there is one."""
