"""No operation takes more statements for twelve of anything than for three.

What can be many is many here: items, blocks of every kind, links, files and pictures in
texts, related pages, people, partners, levels, menu entries, translations and terms.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.conf import settings

from cms.previews.service import give_token
from home.models import HomePage, StandardPage
from news.models import NewsPage
from projects.models import ProjectPage
from publications.models import PublicationPage
from tests.contract import documents
from tests.graphql.planner.comparing import both, question
from tests.graphql_client import ask
from tests.growth import counted, explain, statements
from tests.plenty.site import Plenty
from tests.previewing import make_superuser

pytestmark = pytest.mark.django_db

ROUTE_OF_NEWS = 25
KINDS = [NewsPage, ProjectPage, PublicationPage, StandardPage, HomePage]
Variables = Callable[[Plenty], dict[str, Any]]


def listed(site: Plenty) -> dict[str, Any]:
    """Ask for as many items as there are languages, and more, of several languages."""
    codes = [locale.language_code for locale in site.locales]
    return {"locale": codes[0], "fallback": codes[1:], "first": site.size}


def located(site: Plenty) -> dict[str, Any]:
    return {"locale": site.locales[0].language_code}


OPERATIONS: dict[str, Variables] = {
    "Directory": listed,
    "GrappleClassic": located,
    "NewsList": listed,
    "Organisation": lambda site: {**located(site), "slug": site.member.slug},
    "Paths": lambda site: {"first": site.size},
    "Preview": lambda site: {"token": draft_of(site)},
    "ProjectCatalogue": listed,
    "Publications": listed,
    "Route": lambda site: {"path": "/en/level-0/no/such/page/"},
    "Search": lambda site: {**listed(site), "text": "NewsPage"},
    "SiteFrame": located,
}


def draft_of(site: Plenty) -> str:
    page = NewsPage.objects.get(pk=site.first(NewsPage).pk)
    return give_token(page, make_superuser(site.name))


def answered(query: str, **variables: Any) -> Any:
    """Ask, and fail where there are errors."""
    return ask(query, **variables).data


def compared(sites: tuple[Plenty, Plenty], query: str, variables: Variables) -> Any:
    """Return the statements on the small site and on the large one."""
    small, large = sites
    small.show()
    few = statements(partial(answered, query, **variables(small)))
    large.show()
    many = counted(partial(answered, query, **variables(large)))
    return few, many


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_takes_no_more_for_more(plenty, name):
    small, large = compared(plenty, documents.load(name), OPERATIONS[name])

    assert len(large) == len(small), explain(small, large)


def test_every_operation_of_the_contract_is_asked():
    assert {*OPERATIONS} == {*documents.names()} - documents.LATER_OPERATIONS


def path_of(site: Plenty, kind: type[Any], language: int) -> dict[str, Any]:
    """Return where the page with the most of everything is, in one of two languages."""
    locale, home = site.locales[language], site.homes[language]
    key = site.first(kind).translation_key
    page = kind.objects.get(translation_key=key, locale=locale)
    below = page.url_path.removeprefix(home.url_path)
    return {"path": f"/{locale.language_code}/{below}"}


@pytest.mark.parametrize("language", [0, 1])
@pytest.mark.parametrize("kind", KINDS)
def test_a_route_takes_no_more_for_a_page_with_more(plenty, kind, language):
    path = partial(path_of, kind=kind, language=language)
    small, large = compared(plenty, documents.load("Route"), path)

    assert len(large) == len(small), explain(small, large)
    if kind is NewsPage:
        assert len(large) <= ROUTE_OF_NEWS, "\n".join(large)


@pytest.mark.parametrize("language", [0, 1])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_with_all_there_can_be_is_answered_the_same(plenty, kind, language):
    site, _large = plenty
    site.show()

    asked = question(documents.load("Route"), **path_of(site, kind, language))
    planned, reference = both(asked)

    assert planned == reference


DRAFT = """query ($token: String!) { preview(token: $token) { page {
  ... on NewsPage { topics { name } authors { name organisation { name } }
    contacts { name } related { title seo { title } } previous { id } } } } }"""


def test_a_draft_takes_no_more_for_a_page_with_more(plenty):
    small, large = compared(plenty, DRAFT, OPERATIONS["Preview"])

    assert len(large) == len(small), explain(small, large)


LISTS = [name for name in OPERATIONS if "$first" in documents.load(name)]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_as_long_as_it_was_asked_to_be(plenty, name):
    for site in plenty:
        site.show()
        data = answered(documents.load(name), **OPERATIONS[name](site))
        (found,) = data.values()
        assert len(found["nodes"]) == site.size


def test_news_are_in_as_many_languages_as_there_are(plenty):
    small, large = plenty
    assert len(large.locales) == len(settings.CONTENT_LANGUAGES) > len(small.locales)
    for site in plenty:
        site.show()
        data = answered(documents.load("NewsList"), **listed(site))
        codes = {node["locale"]["code"] for node in data["newsPages"]["nodes"]}
        assert len(codes) == len(site.locales)
