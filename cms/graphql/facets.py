"""How often the values of a filter occur."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Func, Q, QuerySet, TextChoices
from django.db.models.functions import ExtractYear
from django.utils import translation

from cms.core.collation import sort_key
from cms.core.models import Term
from cms.graphql.context import ApiContext
from cms.graphql.vocabulary import Vocabulary

Label = Callable[[str, str], str]  # of a value, for a language code
Numbers = Mapping[str, int]


class Unnest(Func):
    """Each element of an array as a row of its own (PostgreSQL)."""

    function = "unnest"
    set_returning = True


@dataclass(frozen=True)
class FacetRow:
    """One value of a facet with its label and how many items have it."""

    value: str
    label: str
    count: int


def itself(value: str, _code: str) -> str:
    """Show a value as it is."""
    return value


@dataclass(frozen=True)
class Facet:
    """The values of one expression over items, and what readers see of them."""

    expression: Any
    label: Label = itself
    latest_first: bool = False

    def wider(self, context: ApiContext) -> Mapping[str, Collection[str]] | None:
        """Map a value to all that count for it; nothing where each counts for itself.

        Items have one of the values on the right, and filters take one on the left.
        """
        return None

    def number_rows(self, items: QuerySet[Any], context: ApiContext) -> Numbers:
        """Return how many of the items have each value, with one statement."""
        found = (
            items.order_by()
            .values(facet_value=self.expression)
            .annotate(facet_count=Count("pk"))
            .values_list("facet_value", "facet_count")
        )
        return {
            str(value): number for value, number in found if value not in ("", None)
        }

    def rows(self, numbers: Numbers, context: ApiContext, code: str) -> list[FacetRow]:
        """Return what is shown: the most frequent first, or the latest."""
        with translation.override(code):
            rows = [
                FacetRow(value, self.label_of(value, context, code), number)
                for value, number in numbers.items()
                if number
            ]
        if self.latest_first:
            return sorted(rows, key=lambda row: row.value, reverse=True)
        return sorted(
            rows, key=lambda row: (-row.count, sort_key(row.label, code), row.value)
        )

    def label_of(self, value: str, context: ApiContext, code: str) -> str:
        """Return what readers of a language see."""
        return self.label(value, code)


@dataclass(frozen=True)
class TermsFacet(Facet):
    """Terms; an item of a narrower term counts for the wider ones too."""

    model: type[Term] = field(kw_only=True)

    def wider(self, context: ApiContext) -> Mapping[str, Collection[str]]:
        """Map each slug to the ids of its term and all narrower ones."""
        return Vocabulary.of(self.model, context).ids_with_narrower

    def number_rows(self, items: QuerySet[Any], context: ApiContext) -> Numbers:
        """Return how many items have each term."""
        relation = self.expression.name
        vocabulary = Vocabulary.of(self.model, context)
        counts = {
            f"n{place}": Count(
                "pk",
                distinct=True,
                filter=Q(**{f"{relation}__slug__in": vocabulary.with_narrower([slug])}),
            )
            for place, slug in enumerate(vocabulary.slugs)
        }
        found = items.order_by().aggregate(**counts) if counts else {}
        return {slug: found[f"n{n}"] for n, slug in enumerate(vocabulary.slugs)}

    def label_of(self, value: str, context: ApiContext, code: str) -> str:
        """Return the term's name."""
        locale_id = context.roots[code].locale_id
        return Vocabulary.of(self.model, context).in_language(value, locale_id).name


def by_terms(model: type[Term], relation: str) -> Facet:
    """Count terms that a relation leads to."""
    return TermsFacet(F(relation), model=model)


def by_choices(name: str, choices: type[TextChoices]) -> Facet:
    """Count the values of a field with choices."""
    return Facet(F(name), lambda value, _code: str(choices(value).label))


def by_elements(name: str, label: Label) -> Facet:
    """Count the elements of an array field."""
    return Facet(Unnest(F(name)), label)


def by_column(name: str, label: Label) -> Facet:
    """Count the values of a column; empty ones are left out."""
    return Facet(F(name), label)


def by_year(name: str) -> Facet:
    """Count years, the latest first."""
    return Facet(ExtractYear(name), latest_first=True)
