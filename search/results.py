"""Pages that have some words: Wagtail's PostgreSQL search behind the gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from wagtail.models import Page

from cms.core.publicpaths import LanguageRoot
from cms.graphql import loaders
from cms.graphql.context import ApiContext
from cms.graphql.dependencies.keys import all_of
from cms.graphql.errors import BadInput
from cms.graphql.listing import in_first_language
from cms.graphql.paging import checked_limit, read_cursor, write_cursor

MAX_TEXT = 200  # characters
MAX_RESULTS = 1000  # how far one may page
MODELS = {
    "NEWS": ("news.NewsPage",),
    "PROJECT": ("projects.ProjectPage",),
    "PUBLICATION": ("publications.PublicationPage",),
    "PAGE": ("home.StandardPage", "home.HomePage"),
}
CURSOR = "SEARCH"


@dataclass(frozen=True)
class Hit:
    """A page and how well it fits."""

    page: Any
    score: float


class SearchResults:
    """One page of what was found, loaded when it is asked for."""

    has_previous_page = property(lambda self: self._start > 0)
    page_info = property(lambda self: self)

    def __init__(
        self,
        context: ApiContext,
        chain: Sequence[LanguageRoot],
        text: str,
        types: Sequence[str],
        first: int | None = None,
        after: str | None = None,
    ) -> None:
        if len(text) > MAX_TEXT:
            raise BadInput("text", f"“text” has {MAX_TEXT} characters at most.")
        self._context = context
        self._chain = chain
        self._text = text.strip()
        self._types = types
        self._limit = checked_limit(first)
        self._start = _position(after) if after else 0

    @cached_property
    def _found(self) -> Any:
        kinds = self._models() if self._types else [Page]
        self._context.notes.add(
            *(all_of(kind, root.locale_id) for kind in kinds for root in self._chain)
        )
        pages = in_first_language(Page, self._chain, self._context)
        pages = pages.type(*kinds) if self._types else loaders.of_known_types(pages)
        rows = Page.objects.filter(pk__in=pages.values("pk"))
        return rows.search(self._text, operator="and").annotate_score("search_score")

    def _models(self) -> list[Any]:
        names = [name for kind in set(self._types) for name in MODELS[kind]]
        return [apps.get_model(name) for name in names]

    @cached_property
    def _hits(self) -> list[Hit]:
        if not self._text:
            return []
        rows = list(self._found[self._start : self._start + self._limit + 1])
        scores = {row.pk: row.search_score or 0.0 for row in rows}
        specific = self._context.pages(Page.objects.filter(pk__in=scores)).in_bulk()
        pages = [specific[row.pk] for row in rows if row.pk in specific]
        for page in self._context.batches.together(pages):
            page.is_fallback = page.locale_id != self._chain[0].locale_id
        return [Hit(page, scores[page.pk]) for page in pages]

    @property
    def nodes(self) -> list[Hit]:
        """The hits of this page."""
        return self._hits[: self._limit]

    @property
    def total_count(self) -> int:
        """How many pages were found."""
        return self._found.count() if self._text else 0

    @property
    def has_next_page(self) -> bool:
        """Whether hits follow."""
        return len(self._hits) > self._limit

    @property
    def start_cursor(self) -> str | None:
        """The place of the first hit."""
        return write_cursor(CURSOR, [self._start]) if self.nodes else None

    @property
    def end_cursor(self) -> str | None:
        """The place after the last hit."""
        return (
            write_cursor(CURSOR, [self._start + len(self.nodes)])
            if self.nodes
            else None
        )


def _position(cursor: str) -> int:
    (position,) = read_cursor(CURSOR, cursor, 1)
    if not isinstance(position, int) or not 0 <= position <= MAX_RESULTS:
        raise BadInput("after", "“after” takes an `endCursor` of the same search.")
    return position
