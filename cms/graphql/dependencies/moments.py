"""When the clock alone changes an answer: something goes live, expires or ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import F, Q, QuerySet
from wagtail.models import DraftStateMixin, Page

from cms.graphql.dependencies.aspects import aspect_named
from cms.graphql.dependencies.keys import Key, Value

if TYPE_CHECKING:
    from cms.graphql.context import ApiContext

VISIBILITY = ("go_live_at", "expire_at")
ALIASES_OF_ALIASES = 2  # how far an alias may be from what it shows
_columns: dict[type[Any], tuple[str, ...]] = {}


def changes_at(model: type[Any], *columns: str) -> None:
    """Declare moments of a model's rows at which an answer changes, beside visibility.

    An event's end is one.
    """
    _columns[model] = columns


def next_moment(keys: Iterable[Key], context: ApiContext) -> datetime | None:
    """Return the earliest moment to come of the rows that keys stand for.

    Rows that are public by their state, be it their time or not, count; so it may name
    a moment at which something else still hides what changes.
    """
    moments = [
        rows.filter(**{f"{column}__gt": context.gate.now})
        .order_by()
        .annotate(moment=F(column))
        .values_list("moment", flat=True)
        for rows, columns in _rows_of(keys, context)
        for column in columns
    ]
    if not moments:
        return None
    first, *others = moments
    return first.union(*others, all=True).order_by("moment").first()


def _rows_of(
    keys: Iterable[Key], context: ApiContext
) -> Iterator[tuple[QuerySet[Any], tuple[str, ...]]]:
    for label, condition in _conditions(keys, context).items():
        model = apps.get_model(label)
        if issubclass(model, DraftStateMixin):
            rows = model._default_manager.filter(condition, live=True)
            yield rows, VISIBILITY
            if model is Page:
                for shown in _shown_by_aliases(rows):
                    yield shown, VISIBILITY
        for heir, columns in _columns.items():
            if issubclass(heir, model):
                yield heir._default_manager.filter(condition), columns


def _shown_by_aliases(pages: QuerySet[Page]) -> Iterator[QuerySet[Page]]:
    """Yield the pages that aliases among these show, and what those show."""
    for _ in range(ALIASES_OF_ALIASES):
        pages = Page.objects.filter(pk__in=pages.order_by().values("alias_of"))
        yield pages.filter(live=True)


def _conditions(keys: Iterable[Key], context: ApiContext) -> dict[str, Q]:
    """Return which rows of each model the keys stand for."""
    groups: dict[tuple[str, str, bool, int | None], set[Value]] = defaultdict(set)
    for key in keys:
        groups[key.model, key.name, key.is_row, key.locale_id].add(key.value)
    found: dict[str, Q] = defaultdict(Q)
    for (label, name, is_row, locale_id), values in groups.items():
        model = apps.get_model(label)
        if not _has_moments(model):
            continue
        condition = _condition(model, name, values, context, is_row=is_row)
        if locale_id is not None:
            condition &= Q(locale_id=locale_id)
        found[label] |= condition
    return found


def _has_moments(model: type[Any]) -> bool:
    return issubclass(model, DraftStateMixin) or any(
        issubclass(heir, model) for heir in _columns
    )


def _condition(
    model: type[Any],
    name: str,
    values: set[Value],
    context: ApiContext,
    *,
    is_row: bool,
) -> Q:
    if is_row:
        return Q(pk__in=values)
    if not name:
        return Q(pk__isnull=False)
    return aspect_named(model, name).among(list(values), context)
