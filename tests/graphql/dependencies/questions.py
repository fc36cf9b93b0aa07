"""What is asked of the demo: the contract's operations, and all fields of pages."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.graphql.context import ApiContext
from cms.graphql.dependencies.notes import Dependencies
from cms.graphql.door.answering import answer, planned_answer, understood
from cms.graphql.door.reading import Asked
from cms.graphql.schema import get_schema
from tests.contract import documents
from tests.graphql.walk.asking import query_for

LISTS: Mapping[str, Mapping[str, Any]] = {
    "Directory": {"locale": "en", "first": 12},
    "GrappleClassic": {"locale": "en"},
    "NewsList": {"locale": "uk", "fallback": ["en"], "first": 5},
    "Organisation": {"locale": "en", "slug": "platforma"},
    "Paths": {"first": 30},
    "ProjectCatalogue": {"locale": "fr", "status": ["ACTIVE"]},
    "Publications": {"locale": "en", "year": 2024},
    "Search": {"locale": "en", "text": "cooperation"},
    "SiteFrame": {"locale": "fr", "fallback": ["en"]},
}
KINDS = ("HomePage", "StandardPage", "NewsPage", "ProjectPage", "PublicationPage")
SHOWN = (
    ("NewsPage", "en"),
    ("ProjectPage", "en"),
    ("ProjectPage", "fr"),
    ("PublicationPage", "en"),
)
TRANSLATED = "/fr/actualites/agenda-2030/"
MISSING = "/en/news/no-such-item/"


@dataclass(frozen=True, eq=False)
class Question:
    """An operation with its variables, and a name for messages."""

    name: str
    query: str
    variables: Mapping[str, Any]

    def without_end(self) -> "Question":
        """Return it for a list that ends on its first page: nothing is read beyond."""
        return replace(self, variables={**self.variables, "first": 100})

    def ask(self, *, planned: bool = True) -> tuple[str, Dependencies]:
        """Return the answer as text, and what it depends on."""
        asked = understood(Asked(self.query, dict(self.variables), None, {}))
        context = ApiContext()
        result = planned_answer(asked, context) if planned else answer(asked, context)
        assert result is not None, (self.name, context.plan_failure)
        assert not result.errors, (self.name, result.errors)
        return json.dumps(result.data), context.dependencies


def operations() -> Iterator[Question]:
    """Yield the contract's operations; call it on the demo as it was loaded."""
    for name, variables in LISTS.items():
        yield Question(name, documents.load(name), variables)
    for path in _paths():
        yield Question(f"Route {path}", documents.load("Route"), {"path": path})


def all_fields() -> Iterator[Question]:
    """Yield all that there is to ask of some pages, two steps deep."""
    for kind in KINDS:
        page = _some(kind, "en")
        step = f"page(id: {page.pk}) | ... on {kind}"
        yield Question(f"all of {kind}", _all_of(step), {})


def _paths() -> Iterator[str]:
    yield MISSING
    yield "/en/"
    yield "/el/no/such/page/"
    yield TRANSLATED
    yield Redirect.objects.exclude(redirect_page=None).earliest("pk").old_path
    for kind, code in SHOWN:
        page = _some(kind, code)
        yield f"/{code}/{page.url_path.strip('/').partition('/')[2]}/"


def _some(kind: str, language_code: str) -> Page:
    pages = Page.objects.live().filter(content_type__model=kind.lower())
    return pages.filter(locale__language_code=language_code).earliest("pk")


@cache
def _all_of(step: str) -> str:
    return query_for(step, get_schema().graphql_schema)
