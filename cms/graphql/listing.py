"""Lists of one kind of content: languages, filters, orders and facets put together."""

from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from functools import cached_property
from typing import Any

import graphene
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.models import Page

from cms.bitmaps.dimensions import count, list_of
from cms.bitmaps.reading import Counts, counts_for
from cms.core.models import Term
from cms.core.publicpaths import LanguageRoot
from cms.graphql.connections import Connection, FacetType, OrderBy, Shown
from cms.graphql.context import ApiContext
from cms.graphql.counting import ByBitmaps, ByRows, Counting
from cms.graphql.dependencies.filters import (
    declare_filters,
    facet_keys,
    judged,
    keys_for,
)
from cms.graphql.dependencies.keys import all_of
from cms.graphql.enums import plain
from cms.graphql.errors import BadInput
from cms.graphql.facets import Facet
from cms.graphql.vocabulary import Vocabulary

MAX_VALUES = 50  # in one filter
MAX_TEXT = 255  # characters of one value

Condition = Callable[[Any, ApiContext], Q]


@dataclass(frozen=True)
class Filter:
    """One way to narrow a list, and how its values are counted."""

    name: str
    condition: Condition
    facet: Facet | None = None


@dataclass(frozen=True)
class Listing:
    """What a root connection of one model offers."""

    model: type[Any]
    orders: Mapping[str, OrderBy]
    filters: Sequence[Filter]

    def __post_init__(self) -> None:
        """Declare by which values rows are found; have pages counted by facets."""
        declare_filters(self)
        if issubclass(self.model, Page):
            count(
                self.model,
                {name: facet.expression for name, facet in self._facets.items()},
            )

    def connect(
        self,
        context: ApiContext,
        chain: Sequence[LanguageRoot],
        *,
        filter_input: Mapping[str, Any] | None,
        order_by: str,
        shown: Shown | None = None,
        **paging: Any,
    ) -> Connection:
        """Return the asked page of the list."""
        asked = _checked(filter_input or {})
        context.notes.add(*keys_for(self, chain, asked))

        def items(context: ApiContext, leave_out: str = "") -> QuerySet[Any]:
            found = in_first_language(self.model, chain, context)
            return self._narrow(found, asked, context, leave_out)

        def finish(nodes: list[Any]) -> None:
            for node in nodes:
                node.is_fallback = node.locale_id != chain[0].locale_id

        def counting() -> Counting:
            counts = self._counts(asked, context)
            if counts is None:
                return ByRows(items, self._facets, context)
            return ByBitmaps(counts, chain, self._facets, asked, context)

        def facets(counting: Counting) -> list[FacetType]:
            return self._shown_facets(counting, context, chain)

        return Connection(
            items,
            context,
            order=self.orders[order_by],
            shown=shown,
            key=(self.model, tuple(chain), frozen(asked), context.gate.vocabularies),
            counting=counting,
            facets=facets,
            finish=finish,
            **paging,
        )

    def _narrow(
        self,
        items: QuerySet[Any],
        asked: Mapping[str, Any],
        context: ApiContext,
        leave_out: str = "",
    ) -> QuerySet[Any]:
        for narrowing in self.filters:
            value = asked.get(narrowing.name)
            if value is not None and value != [] and narrowing.name != leave_out:
                items = items.filter(narrowing.condition(value, context))
        return items

    @cached_property
    def _facets(self) -> Mapping[str, Facet]:
        return {narrow.name: narrow.facet for narrow in self.filters if narrow.facet}

    def _counts(self, asked: Mapping[str, Any], context: ApiContext) -> Counts | None:
        """Return the list's bitmaps, unless one is missing for what is asked."""
        given = {name for name, value in asked.items() if value not in (None, [])}
        counted = list_of(self.model)
        if counted is None or not given <= self._facets.keys():
            return None
        return counts_for(counted, context.gate)

    def _shown_facets(
        self,
        counting: Counting,
        context: ApiContext,
        chain: Sequence[LanguageRoot],
    ) -> list[FacetType]:
        code = chain[0].language_code
        context.notes.add(*facet_keys(self, chain))
        return [
            FacetType(
                name=name, values=facet.rows(counting.numbers(name), context, code)
            )
            for name, facet in self._facets.items()
        ]


def in_first_language(
    model: type[Model], chain: Sequence[LanguageRoot], context: ApiContext
) -> Any:
    """Return each visible item once, in the first language of the chain that has it."""
    visible = context.gate.visible(model._default_manager.all())
    if issubclass(model, Page):
        visible = visible.filter(alias_of=None)
    condition = Q()
    for place, root in enumerate(chain):
        earlier = [before.locale_id for before in chain[:place]]
        better = visible.filter(
            translation_key=OuterRef("translation_key"), locale_id__in=earlier
        )
        mine = Q(locale_id=root.locale_id)
        condition |= mine & ~Q(Exists(better)) if earlier else mine
    return visible.filter(condition)


def frozen(value: Any) -> Hashable:
    """Return what stands for an input in a key."""
    if isinstance(value, Mapping):
        return tuple(sorted((name, frozen(item)) for name, item in value.items()))
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def _checked(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    for name, value in asked.items():
        values = value if isinstance(value, list) else [value]
        if len(values) > MAX_VALUES:
            raise BadInput(name, f"“{name}” takes {MAX_VALUES} values at most.")
        if any(isinstance(text, str) and len(text) > MAX_TEXT for text in values):
            raise BadInput(
                name, f"A value of “{name}” has {MAX_TEXT} characters at most."
            )
    return asked


def is_one_of(field: str) -> Condition:
    """Keep items whose field has one of the values."""

    @judged(values_of=lambda row: [getattr(row, field)])
    def condition(values: Sequence[Any], _context: ApiContext) -> Q:
        return Q(**{f"{field}__in": values})

    return condition


def overlaps(field: str, known: Container[Any]) -> Condition:
    """Keep items whose array has one of the values, of those that there are."""

    @judged(values_of=lambda row: getattr(row, field))
    def condition(values: Sequence[Any], _context: ApiContext) -> Q:
        return Q(**{f"{field}__overlap": [value for value in values if value in known]})

    return condition


def in_year(field: str) -> Condition:
    """Keep items of a year; none is of a year that the calendar does not have."""

    @judged(values_of=lambda row: [getattr(row, field).year], takes_many=False)
    def condition(year: int, _context: ApiContext) -> Q:
        is_possible = MINYEAR <= year <= MAXYEAR
        return Q(**{f"{field}__year": year}) if is_possible else Q(pk__in=())

    return condition


def has_term(model: type[Any], relation: str, vocabulary: type[Term]) -> Condition:
    """Keep items with one of the terms, or one that is narrower."""

    @judged(
        values_of=lambda row: _terms(row, relation, vocabulary),
        also=lambda _slugs: [all_of(vocabulary)],
    )
    def condition(values: str | list[str], context: ApiContext) -> Q:
        slugs = [values] if isinstance(values, str) else values
        wanted = Vocabulary.of(vocabulary, context).with_narrower(slugs)
        with_it = model._default_manager.filter(**{f"{relation}__slug__in": wanted})
        return Q(pk__in=with_it.values("pk"))

    return condition


def _terms(row: Any, relation: str, vocabulary: type[Term]) -> set[str]:
    """Return the slugs of a row's terms and of all wider ones."""
    terms = vocabulary._default_manager.filter(
        pk__in=type(row)._default_manager.filter(pk=row.pk).values(relation)
    )
    slugs = terms.values_list("slug", flat=True)
    return Vocabulary(vocabulary).wider(slugs)


def list_arguments(
    orders: type[graphene.Enum], filters: Any, default: str
) -> dict[str, Any]:
    """Return the arguments that every root connection has."""
    return {
        "locale": graphene.String(
            required=True, description="The language asked for (BCP 47, any case)."
        ),
        "fallback": graphene.List(
            graphene.NonNull(graphene.String),
            description="Languages to look in next, for items that lack the first.",
        ),
        "site": graphene.String(description="A host name; left out, the default site."),
        "first": graphene.Int(description="How many; 20 unless told, 100 at most."),
        "after": graphene.String(description="An `endCursor`."),
        "offset": graphene.Int(
            description="How many to leave out, for numbered pages."
        ),
        "filter": graphene.Argument(filters, description="What to keep."),
        "order_by": graphene.Argument(
            orders, default_value=default, description="In which order."
        ),
    }


def order_enum(name: str, orders: Mapping[str, str]) -> type[graphene.Enum]:
    """Return an enumeration of orders from their names and descriptions."""
    return graphene.Enum(
        name,
        [(key, key) for key in orders],
        description=lambda member: orders[member.value] if member else "How to order.",
    )


def resolve_list(listing: Listing, info: Any, arguments: dict[str, Any]) -> Connection:
    """Answer a root connection."""
    context: ApiContext = info.context
    context.use_site(arguments.pop("site", None))
    chain = context.chain_for(arguments.pop("locale"), arguments.pop("fallback", None))
    return listing.connect(
        context,
        chain,
        filter_input=plain(arguments.pop("filter", None)),
        order_by=plain(arguments.pop("order_by")),
        shown=Shown.in_nodes(listing.model, info),
        **arguments,
    )
