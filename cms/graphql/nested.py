"""Lists inside the items of a list, in two statements for all of them together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import graphene

from cms.graphql.context import ApiContext
from cms.graphql.errors import BadInput
from cms.graphql.paging import checked_limit, read_cursor, write_cursor

NESTED_ARGUMENTS = {
    "first": graphene.Int(description="How many; 20 unless told, 100 at most."),
    "after": graphene.String(description="An `endCursor` of the same list."),
}
CURSOR = "NESTED"

LoadIds = Callable[..., Mapping[int, Sequence[int]]]
LoadItems = Callable[[Iterable[int], ApiContext], Mapping[int, Any]]


@dataclass(frozen=True)
class NestedConnection:
    """Some of the items that belong to one owner, as `connection_type` shows them.

    ``load_ids(owners, *key)`` returns the ids of every owner's items in their order;
    ``load_items(ids, context)`` the items themselves.
    """

    owner: Any
    context: ApiContext
    load_ids: LoadIds
    load_items: LoadItems
    key: tuple[Any, ...] = ()
    first: int | None = None
    after: str | None = None

    def ids_of(self, owner: Any) -> Sequence[int]:
        """Return the ids of all items of an owner."""
        return self.context.batches.load(owner, self.load_ids, *self.key) or ()

    @cached_property
    def _limit(self) -> int:
        return checked_limit(self.first)

    @cached_property
    def _last_seen(self) -> int | None:
        if not self.after:
            return None
        (place,) = read_cursor(CURSOR, self.after, 1)
        if not isinstance(place, int):
            raise BadInput("after", "“after” takes an `endCursor` of the same list.")
        return place

    def _page_of(self, owner: Any) -> Sequence[int]:
        ids = list(self.ids_of(owner))
        start = ids.index(self._last_seen) + 1 if self._last_seen in ids else 0
        return ids[start : start + self._limit]

    @property
    def total_count(self) -> int:
        """How many items the owner has."""
        return len(self.ids_of(self.owner))

    @property
    def nodes(self) -> list[Any]:
        """The items of this page."""
        return self.context.batches.load(
            self.owner,
            _load_pages,
            self.load_ids,
            self.load_items,
            self.key,
            self.first,
            self.after,
            self.context,
        )

    @property
    def page_info(self) -> "NestedConnection":
        """The connection itself answers what `PageInfo` asks."""
        return self

    @property
    def has_next_page(self) -> bool:
        """Whether items follow."""
        page, ids = self._page_of(self.owner), self.ids_of(self.owner)
        return bool(page) and page[-1] != ids[-1]

    @property
    def has_previous_page(self) -> bool:
        """Whether items come before."""
        return self.after is not None

    @property
    def start_cursor(self) -> str | None:
        """The place of the first item."""
        page = self._page_of(self.owner)
        return write_cursor(CURSOR, [page[0]]) if page else None

    @property
    def end_cursor(self) -> str | None:
        """The place of the last item."""
        page = self._page_of(self.owner)
        return write_cursor(CURSOR, [page[-1]]) if page else None


def _load_pages(
    owners: Sequence[Any],
    load_ids: LoadIds,
    load_items: LoadItems,
    key: tuple[Any, ...],
    first: int | None,
    after: str | None,
    context: ApiContext,
) -> Mapping[int, list[Any]]:
    lists = {
        owner.pk: NestedConnection(
            owner, context, load_ids, load_items, key, first, after
        )._page_of(owner)
        for owner in owners
    }
    wanted = {pk for ids in lists.values() for pk in ids}
    items = load_items(wanted, context) if wanted else {}
    return {
        owner_pk: [items[pk] for pk in ids if pk in items]
        for owner_pk, ids in lists.items()
    }
