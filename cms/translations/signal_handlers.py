"""What happens to translations when something is published; thin."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published

from cms.translations.published import record_published


def note_published_text(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Keep the published text's fingerprint, in the same transaction."""
    record_published(instance)


def connect() -> None:
    """Listen."""
    page_published.connect(
        note_published_text, dispatch_uid="cms.translations.note_published_text"
    )
