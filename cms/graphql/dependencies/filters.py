"""The keys of lists that have filters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Q

from cms.graphql.dependencies.aspects import declare
from cms.graphql.dependencies.keys import Key, Value, all_of

if TYPE_CHECKING:
    from cms.core.publicpaths import LanguageRoot
    from cms.graphql.context import ApiContext
    from cms.graphql.listing import Filter, Listing

C = TypeVar("C", bound=Callable[..., Q])


@dataclass(frozen=True)
class Judged:
    """What is known of a filter beside its condition.

    ``values_of`` tells the values that find a stored row, where that is cheap;
    ``also`` what else a list depends on that was asked for a value.
    """

    values_of: Callable[[Any], Iterable[Value]] | None = None
    also: Callable[[Any], Iterable[Key]] = lambda _asked: ()
    takes_many: bool = True  # whether the condition takes a list of values


def judged(**known: Any) -> Callable[[C], C]:
    """Say of a filter's condition what a change is judged by."""

    def mark(condition: C) -> C:
        condition.judged = Judged(**known)  # type: ignore[attr-defined]
        return condition

    return mark


def declare_filters(listing: Listing) -> None:
    """Declare by which values of its filters a list's rows are found."""
    for narrowing in listing.filters:
        values_of = _judged(narrowing).values_of
        if values_of is not None:
            declare(listing.model, narrowing.name, values_of, _among(narrowing))


def keys_for(
    listing: Listing, chain: Sequence[LanguageRoot], asked: Mapping[str, Any]
) -> Iterator[Key]:
    """Yield what a list depends on.

    An item in an earlier language hides its later versions whether it has the filter's
    values or not, so that only the last language is narrowed.
    """
    *earlier, last = chain
    for root in earlier:
        yield all_of(listing.model, root.locale_id)
    used = [one for one in listing.filters if asked.get(one.name) not in (None, [])]
    for narrowing in used:
        yield from _judged(narrowing).also(asked[narrowing.name])
    for narrowing in used:
        if _judged(narrowing).values_of:
            label = listing.model._meta.label_lower
            for value in _values(asked[narrowing.name]):
                yield Key(label, narrowing.name, value, last.locale_id)
            return
    yield all_of(listing.model, last.locale_id)


def facet_keys(listing: Listing, chain: Sequence[LanguageRoot]) -> Iterator[Key]:
    """Yield what a list's facets depend on: each leaves a filter out."""
    for root in chain:
        yield all_of(listing.model, root.locale_id)
    for narrowing in listing.filters:
        if narrowing.facet:
            yield from _judged(narrowing).also([])


def _judged(narrowing: Filter) -> Judged:
    return getattr(narrowing.condition, "judged", None) or Judged()


def _values(asked: Any) -> Sequence[Value]:
    return asked if isinstance(asked, list) else [asked]


def _among(narrowing: Filter) -> Callable[[Collection[Value], ApiContext], Q]:
    def among(values: Collection[Value], context: ApiContext) -> Q:
        parts = [list(values)] if _judged(narrowing).takes_many else values
        return reduce(or_, (narrowing.condition(part, context) for part in parts))

    return among
