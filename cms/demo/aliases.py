"""Pages that show another page's content."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Page

from cms.demo.content import key_of
from cms.demo.load import Load
from cms.demo.progress import counted


def make_aliases(load: Load) -> None:
    """Make the aliases: beside other pages, or in another language."""
    for raw in counted(load.progress, "Aliases", load.content.aliases):
        with transaction.atomic():
            _make_alias(load, raw)


def _make_alias(load: Load, raw: Mapping[str, Any]) -> None:
    key = f"alias:{raw['slug']}"
    original = load.marks.pk(key_of(raw["of"]))
    if load.marks.is_made(key) or original is None:
        return
    page = Page.objects.get(pk=original)
    if "language" in raw:
        if raw["language"] not in load.locales:
            return
        locale = load.locales[raw["language"]]
        alias = page.copy_for_translation(locale, alias=True)
    else:
        parent = Page.objects.get(pk=load.marks.need(key_of(raw["below"])))
        alias = page.create_alias(parent=parent, update_slug=raw["slug"])
    load.marks.add(key, alias)
