"""Many pages at once: rows of the tables, without what publishing sets off."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import factory
from django.db.models import signals
from wagtail.models import Page

PUBLISHED = datetime(2026, 1, 1, tzinfo=UTC)


def add_pages(parent: Page, pages: Sequence[Any]) -> Sequence[Any]:
    """Put new pages below another; they are live."""
    for place, page in enumerate(pages, start=parent.numchild + 1):
        page.depth, page.numchild = parent.depth + 1, 0
        page.path = Page._get_path(parent.path, page.depth, place)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.draft_title = page.title
        page.first_published_at = page.last_published_at = PUBLISHED
    columns = [field.attname for field in Page._meta.concrete_fields]
    shared = [Page(**{name: getattr(p, name) for name in columns}) for p in pages]
    Page.objects.bulk_create(shared)
    with factory.django.mute_signals(signals.pre_save, signals.post_save):
        for page, row in zip(pages, shared, strict=True):
            page.pk = page.id = row.pk
            page.save_base(raw=True, force_insert=True)
    parent.numchild += len(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)
    return pages
