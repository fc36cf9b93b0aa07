"""Which keys a stored row stands behind: its own, and those of lists that it is in."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)

from cms.core.models import CustomRendition, Term
from cms.graphql.dependencies.aspects import aspects_of, versions
from cms.graphql.dependencies.keys import Key, all_of, labels_of, row_key
from cms.translations.models import PublishedText

# What every gate reads of its site. One key each: they change rarely, and for all.
SITES = all_of(Site)
RESTRICTIONS = all_of(PageViewRestriction)
COLLECTIONS = all_of(Collection)
FACTS = (SITES, RESTRICTIONS, COLLECTIONS)


def keys_of(row: Model) -> Iterator[Key]:
    """Yield the keys of a row as it is stored; it may read what belongs to the row."""
    told = next((_told[kind] for kind in type(row).__mro__ if kind in _told), None)
    yield from told(row) if told else _own_keys(row)


def _own_keys(row: Any) -> Iterator[Key]:
    model: type[Model] = type(row)
    yield row_key(model, row.pk)
    locale_id = getattr(row, "locale_id", None)
    for label in labels_of(model):
        yield Key(label)
        if locale_id is not None:
            yield Key(label, locale_id=locale_id)
    for aspect in aspects_of(model):
        yield from aspect.keys_of(row)
    if isinstance(row, Page):
        for alias in Page.objects.filter(alias_of=row.pk):
            yield from _own_keys(alias.specific)
    for name in owners_of(model):
        yield from keys_of(getattr(row, name))


def is_public(row: Any) -> bool:
    """Return whether readers may see a row by its state, and by that of its page."""
    model: type[Model] = type(row)
    return bool(getattr(row, "live", True)) and all(
        is_public(getattr(row, name)) for name in owners_of(model)
    )


@cache
def owners_of(model: type[Model]) -> tuple[str, ...]:
    """Return the references to what a model's rows are part of."""
    fields = model._meta.get_fields()
    return tuple(field.name for field in fields if isinstance(field, ParentalKey))


def _picture(rendition: Any) -> Iterator[Key]:
    yield row_key(type(rendition.image), rendition.image_id)


def _published(text: Any) -> Iterator[Key]:
    yield versions(Page, text.page.translation_key)


_told: dict[type[Any], Callable[[Any], Iterator[Key]]] = {
    Collection: lambda _row: iter([COLLECTIONS]),
    CollectionViewRestriction: lambda _row: iter([COLLECTIONS]),
    CustomRendition: _picture,
    Locale: lambda _row: iter([SITES]),
    PageViewRestriction: lambda _row: iter([RESTRICTIONS]),
    PublishedText: _published,
    Site: lambda _row: iter([SITES]),
    Term: lambda row: iter([all_of(type(row))]),
}
