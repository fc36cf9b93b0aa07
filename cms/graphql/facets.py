"""How often the values of a filter occur."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import Count, F, Func, Q, QuerySet, TextChoices
from django.db.models.functions import ExtractYear
from django.utils import translation

from cms.core.models import Term
from cms.graphql.connections import FacetRow
from cms.graphql.context import ApiContext
from cms.graphql.vocabulary import Vocabulary

CountFacet = Callable[[QuerySet[Any], ApiContext, str], Sequence[FacetRow]]
Label = Callable[[Any, str], str]


class Unnest(Func):
    """Each element of an array as a row of its own (PostgreSQL)."""

    function = "unnest"
    set_returning = True


def by_terms(model: type[Term], relation: str) -> CountFacet:
    """Count terms; an item of a narrower term counts for the wider ones too."""

    def count(items: QuerySet[Any], context: ApiContext, code: str) -> list[FacetRow]:
        vocabulary = Vocabulary.of(model, context)
        counts = {
            f"n{place}": Count(
                "pk",
                distinct=True,
                filter=Q(**{f"{relation}__slug__in": vocabulary.with_narrower([slug])}),
            )
            for place, slug in enumerate(vocabulary.slugs)
        }
        found = items.order_by().aggregate(**counts) if counts else {}
        locale_id = context.roots[code].locale_id
        return _rows(
            (slug, vocabulary.in_language(slug, locale_id).name, found[f"n{place}"])
            for place, slug in enumerate(vocabulary.slugs)
        )

    return count


def by_choices(field: str, choices: type[TextChoices]) -> CountFacet:
    """Count the values of a field with choices."""
    return _by_value(F(field), lambda value, _code: str(choices(value).label))


def by_elements(field: str, label: Label) -> CountFacet:
    """Count the elements of an array field."""
    return _by_value(Unnest(F(field)), label)


def by_column(field: str, label: Label) -> CountFacet:
    """Count the values of a column; empty ones are left out."""
    return _by_value(F(field), label)


def by_year(field: str) -> CountFacet:
    """Count years, the latest first."""
    count_years = _by_value(ExtractYear(field), lambda value, _code: str(value))

    def count(items: QuerySet[Any], context: ApiContext, code: str) -> list[FacetRow]:
        rows = count_years(items, context, code)
        return sorted(rows, key=lambda row: row.value, reverse=True)

    return count


def _by_value(expression: Any, label: Label) -> CountFacet:
    def count(items: QuerySet[Any], context: ApiContext, code: str) -> list[FacetRow]:
        found = (
            items.order_by()
            .values(facet_value=expression)
            .annotate(facet_count=Count("pk"))
            .values_list("facet_value", "facet_count")
        )
        with translation.override(code):
            return _rows(
                (str(value), label(value, code), number)
                for value, number in found
                if value not in (None, "")
            )

    return count


def _rows(found: Iterable[tuple[str, str, int]]) -> list[FacetRow]:
    rows = [FacetRow(value, label, count) for value, label, count in found if count]
    return sorted(rows, key=lambda row: (-row.count, row.label, row.value))
