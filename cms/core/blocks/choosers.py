"""Choosers whose choice is the same in every language."""

from typing import Any

from wagtail.snippets.blocks import SnippetChooserBlock


class SharedSnippetChooserBlock(SnippetChooserBlock):
    """A snippet that readers get in their own language.

    The stored choice is the original's row; its translation is looked up on output, so
    that a page can be translated before the snippet is.
    """

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Tell wagtail-localize that the choice is not translated."""
        return []

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """Keep the original's choice."""
        return value
