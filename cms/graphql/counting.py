"""How many items a list has, and how many with each value: by bitmaps, or by rows.

Both ways count the same. Rows are counted where there are no bitmaps: for what is no
page, under a filter that no bitmap stands for, and after too many changes.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

from django.db.models import QuerySet

from cms.bitmaps.reading import Counts
from cms.core.publicpaths import LanguageRoot
from cms.graphql.context import ApiContext
from cms.graphql.facets import Facet, Numbers


class Counting(Protocol):
    """What a list can be asked about all its pages together."""

    def total(self) -> int:
        """Return how many items there are."""

    def numbers(self, name: str) -> Numbers:
        """Return how many items have each value of a facet, under the other filters."""


class ByRows:
    """Counts with one statement for each question."""

    def __init__(
        self,
        items: Callable[..., QuerySet[Any]],
        facets: Mapping[str, Facet],
        context: ApiContext,
    ) -> None:
        self._items = items
        self._facets = facets
        self._context = context

    def total(self) -> int:
        """Return how many items there are."""
        return self._items(self._context).order_by().count()

    def numbers(self, name: str) -> Numbers:
        """Return how many items have each value of a facet, under the other filters."""
        items = self._items(self._context, name)
        return self._facets[name].number_rows(items, self._context)


class ByBitmaps:
    """Counts with whole numbers as sets of items."""

    def __init__(
        self,
        counts: Counts,
        chain: Sequence[LanguageRoot],
        facets: Mapping[str, Facet],
        asked: Mapping[str, Any],
        context: ApiContext,
    ) -> None:
        self._counts = counts
        self._chain = chain
        self._facets = facets
        self._asked = asked
        self._context = context

    def total(self) -> int:
        """Return how many items there are."""
        return sum(items.bit_count() for items in self._narrowed().values())

    def numbers(self, name: str) -> Numbers:
        """Return how many items have each value of a facet, under the other filters."""
        items = self._narrowed(leave_out=name)
        wider = self._facets[name].wider(self._context)
        values = self._counts.values(name) if wider is None else wider
        return {
            value: sum(
                (mine & self._having(name, value, locale_id)).bit_count()
                for locale_id, mine in items.items()
            )
            for value in values
        }

    @cached_property
    def _in_first_language(self) -> dict[int, int]:
        """The items by locale, each in the first language of the chain that has it."""
        found: dict[int, int] = {}
        before = 0
        for root in self._chain:
            listed = self._counts.listed(root.locale_id)
            found[root.locale_id] = listed & ~before
            before |= listed
        return found

    def _narrowed(self, leave_out: str = "") -> dict[int, int]:
        found = dict(self._in_first_language)
        for name, value in self._asked.items():
            if name == leave_out or value is None or value == []:
                continue
            for locale_id in found:
                found[locale_id] &= self._having_any(name, value, locale_id)
        return found

    def _having_any(self, name: str, value: Any, locale_id: int) -> int:
        found = 0
        for one in value if isinstance(value, list) else [value]:
            found |= self._having(name, str(one), locale_id)
        return found

    def _having(self, name: str, value: str, locale_id: int) -> int:
        wider = self._facets[name].wider(self._context)
        found = 0
        for counted in [value] if wider is None else wider.get(value, ()):
            found |= self._counts.having(name, counted, locale_id)
        return found
