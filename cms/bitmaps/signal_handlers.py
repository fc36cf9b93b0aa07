"""What happens when the scheduler says that a minute has passed."""

from typing import Any

from cms.operations.signals import catching_up


def connect() -> None:
    """Listen to the scheduler."""
    catching_up.connect(_follow, dispatch_uid="bitmaps.follow")


def _follow(**_kwargs: Any) -> None:
    from cms.bitmaps.keeping import follow_changes

    follow_changes()
