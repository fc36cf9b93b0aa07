"""What happens when the scheduler clears up."""

from typing import Any

from cms.operations.signals import pruning
from cms.previews import service


def connect() -> None:
    """Listen to the scheduler."""
    pruning.connect(_drop_expired, dispatch_uid="previews.drop_expired")


def _drop_expired(**_kwargs: Any) -> None:
    service.drop_expired()
