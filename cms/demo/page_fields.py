"""The fields that pages of every kind have."""

from collections.abc import Iterable
from typing import Any

from cms.core.models import BasePage, ChildModel, ContentPage, RelatedPage, Topic
from cms.demo.blocks import BlockWriter
from cms.demo.content import Item, key_of
from cms.demo.load import Load
from cms.demo.picture_list import picture_key
from cms.demo.texts import say
from network.models import PageAuthor, PageContact


def fill_common_fields(load: Load, item: Item, page: BasePage) -> None:
    """Fill what every page has, and lead and cover where the page has them."""
    raw, seo = item.raw, item.raw.get("seo") or {}
    page.title = item.text("title")
    page.seo_title = say(seo.get("title"), item.original)
    page.search_description = say(seo.get("description"), item.original)
    page.show_in_menus = bool(raw.get("show_in_menus"))
    page.goals = list(raw.get("goals") or [])
    page.topics = list(Topic.objects.filter(pk__in=pks(load, item, "topics", "topic")))
    page.body = BlockWriter(load, item).body(raw.get("body"))
    targets = present(load, map(key_of, raw.get("related") or []))
    page.related_pages = rows(page, RelatedPage, "target_id", targets)
    authors = pks(load, item, "authors", "person")
    page.page_authors = rows(page, PageAuthor, "person_id", authors)
    contacts = pks(load, item, "contacts", "person")
    page.page_contacts = rows(page, PageContact, "person_id", contacts)
    if isinstance(page, ContentPage):
        page.lead = item.text("lead")
        cover = raw.get("cover")
        page.cover_id = load.marks.pk(picture_key(cover)) if cover else None


def pks(load: Load, item: Item, name: str, kind: str) -> list[int]:
    """Return the rows of the items that a field lists; deleted ones are left out."""
    return present(load, item.keys(name, kind))


def present(load: Load, keys: Iterable[str]) -> list[int]:
    """Return the rows under the keys; deleted ones are left out."""
    return [pk for key in keys if (pk := load.marks.pk(key))]


def rows(
    page: BasePage, model: type[ChildModel], field: str, values: Iterable[int]
) -> list[Any]:
    """Return a page's child rows in their order, one for each value."""
    return [
        model(**{field: value}, sort_order=position, locale_id=page.locale_id)
        for position, value in enumerate(values)
    ]
