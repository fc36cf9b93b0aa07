"""Rows that belong to a page and are translated with it."""

from wagtail.models import Orderable, TranslatableMixin


class ChildModel(TranslatableMixin, Orderable):
    """An ordered row of a page; each translation of the page has its own copy."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True
