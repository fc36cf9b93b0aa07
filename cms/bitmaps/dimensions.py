"""What is counted of which pages; content's schemas say so when they are imported."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from wagtail import hooks
from wagtail.models import Page

# The dimension that every list has: whether a site lists the page, by the site's id.
LISTED = "listed"
IN_ONE_GO = 2_000  # rows


@dataclass(frozen=True)
class Row:
    """One page with all that is counted of it."""

    page_id: int
    translation_key: UUID
    locale_id: int
    path: str  # in the tree
    values: Mapping[str, frozenset[str]]  # by dimension


@dataclass(frozen=True)
class CountedList:
    """Pages of one model, and expressions for the values to count them by."""

    model: type[Page]
    dimensions: Mapping[str, Any]

    @cached_property
    def name(self) -> str:
        """What stands for the list in the database."""
        return self.model._meta.label_lower

    @property
    def rows_in_principle(self) -> Any:
        """The pages that a list may show, whatever the clock says and who asks."""
        return self.model._default_manager.filter(live=True, alias_of=None)

    def read(self, pages: Any) -> Iterator[Row]:
        """Yield what is counted of some pages, with one statement."""
        own = self.model._default_manager.filter(pk=OuterRef("pk")).order_by()
        values = [
            ArraySubquery(own.values(counted=expression).values("counted"))
            for expression in self.dimensions.values()
        ]
        columns = ("pk", "translation_key", "locale_id", "path")
        found = pages.order_by().values_list(*columns, *values)
        for pk, translation_key, locale_id, path, *arrays in found.iterator(IN_ONE_GO):
            by_name = dict(zip(self.dimensions, map(_texts, arrays), strict=True))
            yield Row(pk, translation_key, locale_id, path, by_name)


def _texts(values: list[Any]) -> frozenset[str]:
    return frozenset(str(value) for value in values if value not in (None, ""))


_lists: dict[type[Page], CountedList] = {}


def count(model: type[Page], dimensions: Mapping[str, Any]) -> None:
    """Have a model's pages counted by these dimensions."""
    _lists[model] = CountedList(model, dict(dimensions))


def list_of(model: type[Any]) -> CountedList | None:
    """Return how a model's pages are counted, if they are."""
    return _lists.get(model)


def counted_lists() -> list[CountedList]:
    """Return all lists, in the order of their names."""
    hooks.search_for_hooks()  # each app's wagtail_hooks imports its schema module
    return sorted(_lists.values(), key=lambda counted: counted.name)
