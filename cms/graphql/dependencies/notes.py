"""What is noted while an answer loads, and what it comes to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from cms.graphql.dependencies.keys import Key, row_key
from cms.graphql.dependencies.moments import next_moment

if TYPE_CHECKING:
    from cms.graphql.context import ApiContext


class Notes:
    """The rows that a request met, and the keys of what it asked the tables for.

    ``rows`` takes whatever passes; what is no row is left out in the end. To note costs
    the time of ``list.append``.
    """

    __slots__ = ("keys", "rows")

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self.keys: set[Key] = set()

    def add(self, *keys: Key) -> None:
        """Note that rows were looked for."""
        self.keys.update(keys)

    def add_rows(self, model: type[Model], ids: Iterable[int]) -> None:
        """Note that rows were looked up by their ids, found or not."""
        self.keys.update(row_key(model, pk) for pk in ids)

    def all_keys(self) -> frozenset[Key]:
        """Return the keys of all that was noted."""
        met = {id(row): row for row in self.rows if isinstance(row, Model)}
        return frozenset(self.keys).union(
            row_key(type(row), row.pk) for row in met.values()
        )


@dataclass(frozen=True)
class Dependencies:
    """What an answer depends on: keys, and the clock.

    It is the same answer until a change touches one of the keys
    (`cms.graphql.dependencies.changes`) or the next moment has come.
    """

    keys: frozenset[Key]
    _context: ApiContext = field(repr=False, compare=False)

    @property
    def texts(self) -> Collection[str]:
        """The keys as texts, sorted."""
        return sorted(map(str, self.keys))

    def next_moment(self) -> datetime | None:
        """Return when the clock alone may change the answer; takes one statement."""
        return self._next_moment

    @cached_property
    def _next_moment(self) -> datetime | None:
        return next_moment(self.keys, self._context)
