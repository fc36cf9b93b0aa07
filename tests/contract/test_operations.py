"""Every operation of the contract answers on the demo content, in every language."""

from typing import Any

import pytest
from django.test import override_settings
from graphql import parse, validate

from cms.graphql.schema import get_schema
from tests.contract import documents
from tests.demo_rows import page_of

LANGUAGES = ("en", "fr", "uk", "el", "ar")
FALLBACKS = {"uk": ("en",), "el": ("en",), "ar": ("fr", "en"), "de": ("en",)}
NOW = [name for name in documents.names() if name not in documents.LATER_OPERATIONS]
OF_ONE_PLACE = {"Preview", "Route"}  # they take no language
ARGUMENTS: dict[str, dict[str, Any]] = {
    "Organisation": {"slug": "platforma"},
    "Search": {"text": "2030"},
}
WORDS = {
    "en": "cooperation",
    "fr": "villes",
    "uk": "громади",
    "el": "πόλεις",
    "ar": "المدن",
}

pytestmark = pytest.mark.usefixtures("demo_database")


def send(graphql, name: str, **variables: Any) -> Any:
    return graphql(documents.load(name), **{**ARGUMENTS.get(name, {}), **variables})


def languages_in(answer: Any) -> set[str]:
    """Return the codes of every `locale` in an answer but those of the list of them."""
    found: set[str] = set()

    def walk(part: Any) -> None:
        if isinstance(part, dict):
            locale = part.get("locale")
            if isinstance(locale, dict):
                found.add(locale["code"])
            for name, value in part.items():
                if name not in ("locales", "translations"):
                    walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    walk(answer)
    return found


@pytest.mark.parametrize("name", NOW)
def test_the_operation_is_valid(name):
    assert validate(get_schema().graphql_schema, parse(documents.load(name))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in NOW if name not in OF_ONE_PLACE])
def test_the_operation_answers_in_the_asked_language(graphql, name, language):
    words = {"text": WORDS[language]} if name == "Search" else {}
    data = send(graphql, name, locale=language, **words).data

    # A menu leads to a page that its editor chose, in the language that it has.
    answer = (
        {**data, "site": {"locale": data["site"]["locale"]}}
        if name == "SiteFrame"
        else data
    )
    assert languages_in(answer) <= {language}, "without fallback, nothing of another"
    root = next(value for key, value in data.items() if key != "locales")
    assert root, f"{name} says nothing in {language}"
    if isinstance(root, dict) and "totalCount" in root:
        assert root["totalCount"] > 0


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("NewsList", "newsPages"),
        ("ProjectCatalogue", "projectPages"),
        ("Publications", "publicationPages"),
        ("Directory", "organisations"),
    ],
)
def test_with_a_fallback_no_item_is_missing(graphql, name, key):
    english = send(graphql, name, locale="en", fallback=["fr"], first=100).data[key]
    greek = send(graphql, name, locale="el", fallback=["en", "fr"], first=100).data[key]

    assert greek["totalCount"] == english["totalCount"]
    assert {node["locale"]["code"] for node in greek["nodes"]} >= {"el", "en"}


ROUTES = {
    "the home page": ("/{}/", "HomePage", LANGUAGES),
    "a news item": ("solidarity-days-2026", "NewsPage", LANGUAGES),
    "a project": ("covenant-of-mayors", "ProjectPage", ("en", "fr", "uk", "el")),
    "a project in Arabic": ("nicosia-initiative", "ProjectPage", ("ar",)),
    "a publication": ("why-decentralised-cooperation", "PublicationPage", LANGUAGES),
}
PATHS_OF = """
query P($slug: String!) {
  page(slug: $slug) { path translations { locale { code } path } }
}
"""


def path_of(graphql, slug: str, language: str) -> str:
    if "{}" in slug:
        return slug.format(language)
    page = graphql(PATHS_OF, slug=slug).data["page"]
    return next(
        row["path"] for row in page["translations"] if row["locale"]["code"] == language
    )


@pytest.mark.parametrize(
    ("slug", "kind", "language"),
    [(slug, kind, code) for slug, kind, codes in ROUTES.values() for code in codes],
)
def test_a_route_leads_to_a_whole_page_in_its_language(graphql, slug, kind, language):
    path = path_of(graphql, slug, language)

    route = send(graphql, "Route", path=path).data["route"]

    assert route["__typename"] == "PageRoute"
    assert not route["isFallback"]
    page = route["page"]
    assert (page["pageType"], page["path"]) == (kind, path)
    assert page["locale"]["code"] == route["contentLocale"]["code"] == language
    assert path.isascii()
    assert page["body"], "the page has text"
    assert language in {row["locale"]["code"] for row in page["translations"]}


def test_a_path_that_does_not_exist_suggests_pages(graphql):
    route = send(graphql, "Route", path="/fr/actualites/nulle-part/").data["route"]

    assert route["__typename"] == "NotFoundRoute"
    assert {page["locale"]["code"] for page in route["suggestions"]} == {"fr"}


def test_a_redirect(graphql):
    from wagtail.contrib.redirects.models import Redirect

    old = Redirect.objects.exclude(redirect_page=None).first()

    route = send(graphql, "Route", path=old.old_path).data["route"]

    assert route["__typename"] == "RedirectRoute"
    target = send(graphql, "Route", path=route["location"]).data["route"]
    assert target["__typename"] == "PageRoute"


@override_settings(LANGUAGE_FALLBACKS=FALLBACKS)
def test_a_fallback(graphql):
    route = send(graphql, "Route", path="/uk/accessibility/").data["route"]

    assert route["isFallback"]
    assert route["requestedLocale"]["code"] == "uk"
    assert route["contentLocale"]["code"] == "en"
    assert route["page"]["path"] == "/en/accessibility/"


def test_the_translation_of_a_changed_original_is_stale(graphql):
    path = path_of(graphql, "solidarity-days-2026", "fr")

    page = send(graphql, "Route", path=path).data["route"]["page"]

    stale = {row["locale"]["code"]: row["isStale"] for row in page["translations"]}
    assert stale.pop("en") is False
    assert set(stale.values()) == {True}


HIDDEN = {
    "Demo: a draft that only editors see": "news:demo-draft",
    "Demo: a page behind a sign-in": "page:demo-members-only",
    "Demo: minutes below a private page": "page:demo-minutes",
    "Demo: an announcement that has expired": "news:demo-expired",
}


@pytest.mark.parametrize("title", HIDDEN)
@pytest.mark.parametrize("name", [name for name in NOW if name not in OF_ONE_PLACE])
def test_what_the_demo_hides_is_in_no_answer(graphql, name, title):
    assert page_of(HIDDEN[title]).title == title
    answer = (
        send(graphql, name, locale="en", first=100)
        if name not in ("SiteFrame", "Organisation", "GrappleClassic")
        else send(graphql, name, locale="en")
    )

    assert title not in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_address_leads_to_its_page(graphql, language):
    after, seen = None, 0
    while True:
        data = send(graphql, "Paths", locale=language, first=100, after=after).data
        paths = data["paths"]
        for node in paths["nodes"]:
            route = send(graphql, "Route", path=node["path"]).data["route"]
            assert route["page"]["path"] == node["path"]
            assert route["page"]["pageType"] == node["pageType"]
            seen += 1
        after = paths["pageInfo"]["endCursor"]
        if not paths["pageInfo"]["hasNextPage"]:
            break

    assert seen == paths["totalCount"] > 3


def test_every_operation_of_the_contract_is_here():
    assert len(documents.names()) == 13
