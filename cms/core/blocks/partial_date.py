"""Partial dates inside blocks."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from cms.core.fields.partial_date import validate_partial_date


class PartialDateBlock(CharBlock):
    """A year, a month or a day; the same in every language."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Such as 2021, 2021-03 or 2021-03-15."))
        super().__init__(max_length=10, validators=(validate_partial_date,), **kwargs)

    def get_translatable_segments(self, value: str) -> list[Any]:
        """Tell wagtail-localize that a date is not translated."""
        return []

    def restore_translated_segments(self, value: str, segments: list[Any]) -> str:
        """Keep the original's date."""
        return value
