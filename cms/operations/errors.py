"""What ends a command."""

from django.core.management.base import CommandError


class OperationError(CommandError):
    """One sentence that tells the operator what to do."""
