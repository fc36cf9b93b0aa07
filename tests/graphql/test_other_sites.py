"""One request, one site: what stands in another site's tree is not there."""

import pytest
from django.test import override_settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from cms.core.models import RelatedPage
from home.models import Menu, SiteTexts
from tests.api_settings import api_settings
from tests.factories.pages import (
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)

MARK = "Foreign"


@pytest.fixture
def foreign(site_tree):
    """A news item of another site; that site's home is in English, too."""
    home = HomePageFactory(
        parent=Page.get_first_root_node(),
        title=f"{MARK} home",
        slug="foreign-home",
        locale=site_tree["en"].locale,
    )
    Site.objects.create(hostname="foreign.test", root_page=home)
    index = NewsIndexPageFactory(parent=home, title=f"{MARK} news", slug="news")
    return NewsPageFactory(parent=index, title=MARK, slug="item", lead=MARK)


ASK = """
query Q($id: ID!) {
  page(id: $id) { title } bySlug: page(slug: "item") { title }
  byPath: page(urlPath: "/news/item/") { title }
  route(path: "/en/news/item/") { ...R } moved: route(path: "/en/old/") { ...R }
  pages(limit: 100) { title children { title } parent { title }
    ... on StandardPage { related { title } body { ... on ParagraphBlock { html }
                          ... on LinksBlock { links { href page { title } } } } } }
  paths(first: 100) { totalCount nodes { path } }
  newsPages(locale: "en") { totalCount nodes { title } }
  search(text: "Foreign", locale: "en") { totalCount nodes { page { title } } }
  site(locale: "en") { name menu(name: "main") { label href page { title } } }
}
fragment R on Route { __typename
  ... on PageRoute { page { title } } ... on RedirectRoute { location }
  ... on NotFoundRoute { suggestions { title path } } }
"""


def refer_to(foreign, site_tree):
    link = {"label": "There", "page": foreign.pk, "document": None, "url": ""}
    near = StandardPageFactory(
        parent=site_tree["en"],
        title="Near",
        body=[
            {
                "type": "paragraph",
                "value": f'<p><a linktype="page" id="{foreign.pk}">There</a></p>',
            },
            {
                "type": "links",
                "value": {"links": [{"type": "item", "id": "1", "value": link}]},
            },
        ],
    )
    RelatedPage.objects.create(page=near, target=foreign, locale=near.locale)
    entry = {"type": "entry", "value": {**link, "children": []}}
    Menu.objects.create(
        site=site_tree.site, name="main", locale=near.locale, entries=[entry]
    )
    Redirect.objects.create(old_path="/en/old", redirect_page=foreign)
    SiteTexts.objects.create(site=site_tree.site, name="Near", locale=near.locale)
    SiteTexts.objects.create(
        site=Site.objects.get(hostname="foreign.test"), name=MARK, locale=near.locale
    )


@override_settings(CMS_API=api_settings(MAX_COST=10**9))
def test_nothing_of_another_site_is_in_an_answer(graphql, site_tree, foreign):
    refer_to(foreign, site_tree)

    answer = graphql(ASK, id=foreign.pk)

    assert answer.data["newsPages"]["totalCount"] == 0
    assert MARK not in answer.text
    assert "/item/" not in answer.text


def test_the_other_site_has_it(graphql, foreign):
    answer = graphql(
        """{ newsPages(locale: "en", site: "foreign.test") { nodes { title path } }
             route(path: "/en/news/item/", site: "foreign.test") {
               ... on PageRoute { page { title } } } }"""
    )

    assert answer.data["newsPages"]["nodes"][0]["path"] == "/en/news/item/"
    assert answer.data["route"]["page"]["title"] == MARK


def test_a_page_that_another_site_closed_is_closed_here_with_its_translations(
    graphql, site_tree, foreign
):
    StandardPageFactory(
        parent=site_tree["fr"],
        title=MARK,
        slug="item",
        translation_key=foreign.translation_key,
    )
    PageViewRestriction.objects.create(page=foreign, restriction_type="login")

    assert MARK not in graphql(ASK.replace('"en"', '"fr"'), id=foreign.pk).text


def test_two_sites_in_one_request_are_refused(graphql, site_tree, foreign):
    answer = graphql(
        """{ route(path: "/en/") { __typename }
             newsPages(locale: "en", site: "foreign.test") { totalCount } }"""
    )

    assert answer.code == "BAD_INPUT"
    assert MARK not in answer.text
