"""A path in the address bar becomes a page, a redirect or nothing."""

import pytest
from django.test import override_settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)
from tests.fixtures import make_site_tree

ROUTE = """
query Route($path: String!, $site: String) {
  route(path: $path, site: $site) {
    __typename
    ... on PageRoute {
      requestedLocale { code } contentLocale { code } isFallback
      page { title path url urlPath isFallback locale { code direction }
             seo { canonicalUrl robots alternates { hreflang href } } }
    }
    ... on RedirectRoute { location isPermanent }
    ... on NotFoundRoute { suggestions { title path } }
  }
}
"""


def test_two_pages_with_one_slug_in_two_languages(graphql, site_tree):
    english = StandardPageFactory(parent=site_tree["en"], title="Agenda", slug="agenda")
    StandardPageFactory(
        parent=site_tree["fr"],
        title="L’agenda",
        slug="agenda",
        translation_key=english.translation_key,
    )

    in_english = graphql(ROUTE, path="/en/agenda/").data["route"]["page"]
    in_french = graphql(ROUTE, path="/fr/agenda/").data["route"]["page"]
    by_slug = graphql('{ page(slug: "agenda", locale: "fr") { title } }').data["page"]

    assert (in_english["title"], in_english["path"]) == ("Agenda", "/en/agenda/")
    assert (in_french["title"], in_french["path"]) == ("L’agenda", "/fr/agenda/")
    assert by_slug["title"] == "L’agenda"


def test_every_language_has_its_prefix_the_default_one_too(graphql, site_tree):
    for code, home in site_tree.items():
        page = graphql(ROUTE, path=f"/{code}/").data["route"]["page"]
        assert page["path"] == f"/{code}/"
        assert page["urlPath"] == "/"
        assert page["url"] == f"http://cms.test/{code}/"
        assert page["title"] == home.title


def test_the_internal_name_of_a_translated_home_is_no_address(graphql, site_tree):
    for path in ("/home-fr/", "/fr/home-fr/", "/en/home-fr/", "/home/"):
        assert graphql(ROUTE, path=path).data["route"]["__typename"] == "NotFoundRoute"


@pytest.mark.parametrize("path", ["/pt-br/sobre/", "/pt-BR/sobre", "/PT-BR/Sobre/"])
def test_a_region_code_is_taken_in_any_case_and_given_as_bcp_47_writes_it(
    graphql, db, path
):
    tree = make_site_tree("en", "pt-br")
    StandardPageFactory(parent=tree["pt-br"], title="Sobre", slug="sobre")

    route = graphql(ROUTE, path=path).data["route"]

    assert route["page"]["path"] == "/pt-br/sobre/"
    assert route["page"]["locale"]["code"] == "pt-BR"
    assert route["contentLocale"]["code"] == "pt-BR"


def test_maltese_which_django_does_not_know_is_a_language_like_others(graphql, db):
    tree = make_site_tree("en", "mt")
    english = StandardPageFactory(parent=tree["en"], title="About", slug="about")
    StandardPageFactory(
        parent=tree["mt"],
        title="Dwarna",
        slug="dwarna",
        translation_key=english.translation_key,
    )

    route = graphql(ROUTE, path="/mt/dwarna/").data["route"]
    languages = graphql("{ locales { code nativeName direction } }").data["locales"]

    assert route["page"]["locale"]["code"] == "mt"
    assert {"code": "mt", "nativeName": "Malti", "direction": "ltr"} in languages


def test_a_page_without_translation_is_not_found_there(graphql, site_tree):
    StandardPageFactory(parent=site_tree["en"], title="Only English", slug="only")

    route = graphql(ROUTE, path="/fr/only/").data["route"]

    assert route["__typename"] == "NotFoundRoute"
    assert route["suggestions"][0] == {"title": "Only English", "path": "/en/only/"}


@override_settings(LANGUAGE_FALLBACKS={"fr": ("en",)})
def test_a_fallback_is_never_mistaken_for_a_translation(graphql, site_tree):
    english = NewsIndexPageFactory(parent=site_tree["en"], title="News", slug="news")
    NewsIndexPageFactory(
        parent=site_tree["fr"],
        title="Actualités",
        slug="actualites",
        translation_key=english.translation_key,
    )
    NewsPageFactory(parent=english, title="Only English", slug="only")

    route = graphql(ROUTE, path="/fr/actualites/only/").data["route"]

    assert route["isFallback"]
    assert route["page"]["isFallback"]
    assert route["requestedLocale"]["code"] == "fr"
    assert route["contentLocale"]["code"] == "en"
    assert route["page"]["path"] == "/en/news/only/"
    assert route["page"]["seo"]["canonicalUrl"] == "http://cms.test/en/news/only/"
    assert route["page"]["seo"]["robots"] == "noindex, follow"
    assert graphql(ROUTE, path="/fr/news/only/").data["route"]["isFallback"]


def test_an_alias_in_another_language_counts_as_a_fallback(graphql, site_tree):
    english = StandardPageFactory(parent=site_tree["en"], title="Access", slug="access")
    english.copy_for_translation(Locale.objects.get(language_code="fr"), alias=True)

    route = graphql(ROUTE, path="/fr/access/").data["route"]
    in_french = graphql('{ pages(locale: "fr") { title } }').data["pages"]

    assert route["isFallback"]
    assert route["contentLocale"]["code"] == "en"
    assert route["page"]["path"] == "/en/access/"
    assert "Access" not in [page["title"] for page in in_french]


def test_an_alias_in_its_language_names_the_original_as_canonical(graphql, site_tree):
    original = StandardPageFactory(parent=site_tree["en"], title="A", slug="a")
    section = StandardPageFactory(parent=site_tree["en"], title="B", slug="b")
    original.create_alias(parent=section)

    page = graphql(ROUTE, path="/en/b/a/").data["route"]["page"]

    assert page["path"] == "/en/b/a/"
    assert page["seo"]["canonicalUrl"] == "http://cms.test/en/a/"


def test_redirects_lead_to_public_paths_or_other_sites(graphql, site_tree):
    target = StandardPageFactory(parent=site_tree["fr"], title="Ici", slug="ici")
    Redirect.objects.create(old_path="/fr/la", redirect_page=target)
    Redirect.objects.create(
        old_path="/en/away", redirect_link="https://example.org/x", is_permanent=False
    )

    assert graphql(ROUTE, path="/fr/la/").data["route"] == {
        "__typename": "RedirectRoute",
        "location": "/fr/ici/",
        "isPermanent": True,
    }
    assert graphql(ROUTE, path="/en/away").data["route"] == {
        "__typename": "RedirectRoute",
        "location": "https://example.org/x",
        "isPermanent": False,
    }


def test_the_language_comes_from_the_path_alone(client, site_tree):
    body = {"query": "{ pages { title locale { code } } }"}
    answers = {
        client.post(
            "/graphql/",
            body,
            content_type="application/json",
            headers={"Accept-Language": language},
        ).content
        for language in ("fr", "ar", "en")
    }

    assert len(answers) == 1


def test_an_unknown_language_is_an_error_that_names_the_known_ones(graphql, site_tree):
    answer = graphql('{ newsPages(locale: "xx") { totalCount } }')

    assert answer.code == "UNKNOWN_LANGUAGE"
    assert answer.error["extensions"]["offered"] == ["en", "fr", "ar"]


def test_an_unknown_site_is_an_error(graphql, site_tree):
    assert graphql(ROUTE, path="/en/", site="elsewhere.test").code == "BAD_INPUT"
    assert graphql(ROUTE, path="/en/", site="cms.test").data["route"]["page"]


@pytest.mark.parametrize(
    "path",
    ["", "/", "//", "/en//", "/../..", "/xx/", "/en/" + "a/" * 200, "/en/\u202e/"],
)
def test_nonsense_is_not_found_and_no_error(graphql, site_tree, path):
    assert graphql(ROUTE, path=path).data["route"]["__typename"] in (
        "NotFoundRoute",
        "PageRoute",
    )


def test_alternates_name_every_language_and_the_original(graphql, site_tree):
    page = graphql(ROUTE, path="/fr/").data["route"]["page"]

    assert page["seo"]["alternates"] == [
        {"hreflang": "en", "href": "http://cms.test/en/"},
        {"hreflang": "fr", "href": "http://cms.test/fr/"},
        {"hreflang": "ar", "href": "http://cms.test/ar/"},
        {"hreflang": "x-default", "href": "http://cms.test/en/"},
    ]
