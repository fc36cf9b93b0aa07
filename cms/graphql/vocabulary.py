"""A vocabulary that editors keep, read again when one of its terms has changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

from cms.core.collation import sort_key
from cms.core.models import Term
from cms.graphql.context import ApiContext
from cms.graphql.dependencies.keys import all_of


class Vocabulary:
    """All terms of one vocabulary: names per language, wider and narrower terms."""

    def __init__(self, model: type[Term]) -> None:
        terms = model._default_manager.select_related("locale")
        self.rows = {row.pk: row for row in terms}
        self._by_slug: dict[str, dict[int, Term]] = {}
        self._chains: dict[int, list[str]] = {}
        self._narrower: dict[str, set[str]] | None = None
        self._places: dict[int, tuple[int, bytes, str]] = {}
        for row in self.rows.values():
            self._by_slug.setdefault(row.slug, {})[row.locale_id] = row

    @classmethod
    def of(cls, model: type[Term], context: ApiContext) -> Vocabulary:
        """Return the vocabulary as it is in this request."""
        context.notes.add(all_of(model))
        return _as_of(model, context.gate.vocabularies)

    @property
    def slugs(self) -> list[str]:
        """The slugs in the editors' order."""
        return list(self._by_slug)

    def in_language(self, slug: str, locale_id: int) -> Term:
        """Return a term in a language, else as it was first written."""
        versions = self._by_slug[slug]
        return versions.get(locale_id) or next(iter(versions.values()))

    def in_order(self, slugs: Iterable[str], locale_id: int) -> list[Term]:
        """Return terms in a language, by the editors' positions, then by name."""
        terms = (self.in_language(slug, locale_id) for slug in slugs)
        return sorted(terms, key=self._place)

    def _place(self, term: Any) -> tuple[int, bytes, str]:
        if term.pk not in self._places:
            key = sort_key(term.name, term.locale.language_code)
            self._places[term.pk] = (getattr(term, "position", 0), key, term.slug)
        return self._places[term.pk]

    def chain(self, term_id: int | None) -> list[str]:
        """Return the slugs from the widest term down to this one."""
        if term_id is None:
            return []
        if term_id not in self._chains:
            self._chains[term_id] = self._climbed(term_id)
        return self._chains[term_id]

    def wider(self, slugs: Iterable[str]) -> set[str]:
        """Return these slugs and those of all terms above them, in any language."""
        return {
            wider
            for slug in slugs
            for row in self._by_slug.get(slug, {}).values()
            for wider in self.chain(row.pk)
        }

    def _climbed(self, term_id: int) -> list[str]:
        slugs: list[str] = []
        row: Any = self.rows.get(term_id)
        while row is not None and row.slug not in slugs:
            slugs.insert(0, row.slug)
            parent_id = getattr(row, "parent_id", None)  # a flat vocabulary has none
            row = self.rows.get(parent_id) if parent_id else None
        return slugs

    def with_narrower(self, slugs: Iterable[str]) -> set[str]:
        """Return these slugs and those of all terms below them."""
        if self._narrower is None:
            self._narrower = {}
            for row in self.rows.values():
                for wider in self.chain(row.pk):
                    self._narrower.setdefault(wider, set()).add(row.slug)
        known = self._narrower
        return {found for slug in slugs for found in known.get(slug, {slug})}

    @cached_property
    def ids_with_narrower(self) -> dict[str, list[str]]:
        """The ids, as texts, of each slug's terms and of all terms below them."""
        return {
            slug: [
                str(row.pk)
                for narrower in self.with_narrower([slug])
                for row in self._by_slug[narrower].values()
            ]
            for slug in self._by_slug
        }


@lru_cache(maxsize=16)
def _as_of(model: type[Term], _version: str) -> Vocabulary:
    return Vocabulary(model)
