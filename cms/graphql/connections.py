"""Lists that can grow: pages of them, counts and facets."""

from base64 import b64encode
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import graphene
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from cms.graphql.context import ApiContext
from cms.graphql.counting import ByRows, Counting
from cms.graphql.errors import BadInput
from cms.graphql.paging import (
    checked_limit,
    checked_offset,
    read_cursor,
    write_cursor,
)
from cms.graphql.planner.columns import columns_of
from cms.graphql.planner.fields import Info
from cms.graphql.planner.remembered import remembered


@dataclass(frozen=True)
class OrderBy:
    """A complete order: fields, with a minus for falling ones; the id decides ties.

    Names are ordered by their sort key: ``OrderBy("TITLE", ("sort_key",))``.
    """

    name: str
    fields: tuple[str, ...]
    begins_known: bool = True  # whether no item lacks the first field

    @property
    def keys(self) -> tuple[tuple[str, bool], ...]:
        """The fields with whether they fall, the id last."""
        named = [
            (field.removeprefix("-"), field.startswith("-")) for field in self.fields
        ]
        return (*named, ("pk", False))

    def apply(self, items: QuerySet[Any]) -> QuerySet[Any]:
        """Return the items in this order."""
        return items.order_by(*self.fields, "pk")

    def cursor(self, item: Any) -> str:
        """Return the place of an item."""
        return write_cursor(self.name, [_plain(getattr(item, f)) for f, _ in self.keys])

    def beyond(self, cursor: str) -> Q:
        """Return the condition that an item comes after a place."""
        values = read_cursor(self.name, cursor, len(self.keys))
        condition, equal = Q(), Q()
        for (name, falls), value in zip(self.keys, values, strict=True):
            condition |= equal & _beyond(name, value, falls=falls)
            equal &= Q(**{name: value})
        return self._start(values[0]) & condition if self.begins_known else condition

    def _start(self, value: Any) -> Q:
        """An index can begin its search here; it could not with alternatives alone."""
        first, falls = self.keys[0]
        return Q(**{f"{first}__{'lte' if falls else 'gte'}": value})


def _beyond(name: str, value: Any, *, falls: bool) -> Q:
    """Return the condition that a field comes after a value.

    PostgreSQL takes what is unknown for the highest: first of all where values fall.
    """
    unknown = Q(**{f"{name}__isnull": True})
    if value is None:
        return ~unknown if falls else Q(pk__in=())
    if falls:
        return Q(**{f"{name}__lt": value})
    higher = Q(**{f"{name}__gt": value})
    return higher if name == "pk" else higher | unknown


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode()
    return value.isoformat() if hasattr(value, "isoformat") else value


@dataclass(frozen=True)
class Shown:
    """What an answer shows of each item: what is loaded with it, and what is not."""

    joined: tuple[str, ...]
    left_out: tuple[str, ...]

    @classmethod
    def in_nodes(cls, model: type[Any], info: Any) -> "Shown | None":
        """Read it from the plan of a connection; graphql-core has none."""
        if not isinstance(info, Info) or info.selection is None:
            return None
        connection = info.selection.fields_on(info.type_name)
        nodes = [field.selection for field in connection if field.name == "nodes"]
        if len(nodes) != 1 or nodes[0] is None:
            return None
        return cls(*columns_of(model, nodes[0].fields_on(model.__name__)))

    def of(self, items: QuerySet[Any]) -> QuerySet[Any]:
        """Return the items with only that."""
        items = items.defer(*self.left_out)
        return items.select_related(*self.joined) if self.joined else items


class Connection:
    """One page of a list, whose parts are loaded when they are asked for."""

    def __init__(
        self,
        rows: Callable[[ApiContext], QuerySet[Any]],
        context: ApiContext,
        *,
        order: OrderBy,
        key: Hashable = None,
        shown: "Shown | None" = None,
        first: int | None = None,
        after: str | None = None,
        offset: int | None = None,
        counting: Callable[[], Counting] | None = None,
        facets: Callable[[Counting], list[Any]] | None = None,
        finish: Callable[[list[Any]], None] | None = None,
    ) -> None:
        self._rows = rows
        self._context = context
        self._order = order
        self._shown = shown
        self._key = key  # all that the rows' statement depends on; None: not remembered
        self._limit = checked_limit(first)
        self._offset = checked_offset(offset)
        self._after = after
        self._make_counting = counting or (lambda: ByRows(rows, {}, context))
        self._facets = facets
        self._finish = finish
        if after is not None and offset:
            raise BadInput("offset", "Give “after” or “offset”, not both.")
        self._beyond = order.beyond(after) if after else None

    @cached_property
    def _loaded(self) -> list[Any]:
        if self._key is None:
            return list(self._page(self._context))
        gate = self._context.gate
        page = (self._order, self._limit, self._offset, self._after, self._shown)
        statement = remembered(
            (self._key, page, gate.closed), lambda: self._page(self._context.timeless)
        )
        return statement.load(now=gate.now)

    def _page(self, context: ApiContext) -> QuerySet[Any]:
        items = self._order.apply(self._rows(context))
        if self._shown is not None:
            items = self._shown.of(items)
        if self._beyond is not None:
            try:
                items = items.filter(self._beyond)
            except (ValueError, TypeError, ValidationError) as error:
                raise BadInput("after", "“after” takes an `endCursor`.") from error
        return items[self._offset : self._offset + self._limit + 1]

    @cached_property
    def nodes(self) -> list[Any]:
        """The items of this page, as one batch."""
        nodes = self._context.batches.together(self._loaded[: self._limit])
        if self._finish:
            self._finish(nodes)
        return nodes

    @cached_property
    def total_count(self) -> int:
        """How many items there are on all pages."""
        return self._counting.total()

    @property
    def has_next_page(self) -> bool:
        """Whether items follow."""
        return len(self._loaded) > self._limit

    @property
    def has_previous_page(self) -> bool:
        """Whether items come before."""
        return bool(self._after or self._offset)

    @property
    def start_cursor(self) -> str | None:
        """The place of the first item."""
        return self._order.cursor(self.nodes[0]) if self.nodes else None

    @property
    def end_cursor(self) -> str | None:
        """The place of the last item."""
        return self._order.cursor(self.nodes[-1]) if self.nodes else None

    @property
    def page_info(self) -> "Connection":
        """The connection itself answers what `PageInfo` asks."""
        return self

    @cached_property
    def facets(self) -> list[Any]:
        """The counts behind the filters."""
        return self._facets(self._counting) if self._facets else []

    @cached_property
    def _counting(self) -> Counting:
        return self._make_counting()


class PageInfo(graphene.ObjectType):
    """Where a page of a list stands."""

    has_next_page = graphene.Boolean(required=True, description="Whether items follow.")
    has_previous_page = graphene.Boolean(
        required=True, description="Whether items come before."
    )
    start_cursor = graphene.String(description="The place of the first item.")
    end_cursor = graphene.String(
        description="The place of the last item, to give as `after`."
    )


class FacetValue(graphene.ObjectType):
    """A value to filter by."""

    value = graphene.String(required=True, description="What the filter takes.")
    label = graphene.String(
        required=True, description="What readers see, in the asked language."
    )
    count = graphene.Int(
        required=True, description="How many items have it, under the other filters."
    )


class FacetType(graphene.ObjectType):
    """The values of one filter with their counts."""

    name = graphene.String(required=True, description="The filter's name.")
    values = graphene.List(
        graphene.NonNull(FacetValue),
        required=True,
        description="The values that occur: the most frequent first, then by label.",
    )

    class Meta:
        name = "Facet"


def connection_type(
    name: str, node: Any, *, facets: bool = False
) -> type[graphene.ObjectType]:
    """Return the type of a list of ``node``, called ``<name>Connection``."""
    fields: dict[str, Any] = {
        "total_count": graphene.Int(
            required=True,
            resolver=_part("total_count"),
            description="How many there are on all pages.",
        ),
        "page_info": graphene.Field(
            PageInfo,
            required=True,
            resolver=_part("page_info"),
            description="Where this page stands.",
        ),
        "nodes": _list_field("nodes", node, "The items of this page."),
    }
    if facets:
        fields["facets"] = _list_field(
            "facets", FacetType, "The counts behind each filter."
        )
    meta = type("Meta", (), {"description": "A page of a list, and where it stands."})
    return type(f"{name}Connection", (graphene.ObjectType,), {**fields, "Meta": meta})


def _list_field(part: str, item: Any, description: str) -> graphene.Field:
    items = graphene.NonNull(graphene.List(graphene.NonNull(item)))
    return graphene.Field(items, resolver=_part(part), description=description)


def _part(name: str) -> Callable[..., Any]:
    """Return a resolver that fails aloud, where graphene's own would answer null."""
    return lambda connection, info: getattr(connection, name)
