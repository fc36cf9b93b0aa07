"""Every address that leaves is one that a reader may follow."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from home.models import Menu, SiteTexts
from network.models import Organisation
from projects.models import ProjectPage
from tests.factories.pages import (
    ProjectIndexPageFactory,
    ProjectPageFactory,
    StandardPageFactory,
)

HOSTILE = [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.test/",
    "/\\evil.test/",
    "https:evil.test",
    "file:///etc/passwd",
]
GOOD = ["https://example.org/a?b=c#d", "http://example.org", "/en/there/"]
ASK = """
{ moved: route(path: "/en/old/") { __typename ... on RedirectRoute { location } }
  organisations(locale: "en") { nodes { website } }
  projectPages(locale: "en") { nodes { website } }
  site(locale: "en") { social { url }
    menu(name: "main") { label href children { href } } }
  page(slug: "about") { ... on StandardPage { body {
    ... on LinksBlock { links { label href } }
    ... on KeyFiguresBlock { figures { source { href } } }
    ... on EmbedBlock { address: url html } } } } }
"""


def item(**value):
    return {"type": "item", "id": "1", "value": value}


def body(url):
    link = {"label": "There", "page": None, "document": None, "url": url}
    figure = {"value": "1", "unit": "", "label": "x", "as_of": ""}
    source = {"source_title": "S", "source_url": url}
    return [
        {"type": "links", "value": {"links": [item(**link)]}},
        {
            "type": "key_figures",
            "value": {"figures": [item(**figure, **source)]},
        },
        {"type": "embed", "value": {"url": url, "title": "T"}},
    ]


@pytest.fixture
def shown(graphql, site_tree):
    """Return what leaves when every address that is stored is this one."""
    home = site_tree["en"]

    def answer(url):
        Redirect.objects.create(old_path="/en/old", redirect_link=url)
        Organisation.objects.create(
            slug="x", name="X", kind="TOWN", locale=home.locale, website=url
        )
        projects = ProjectIndexPageFactory(parent=home)
        ProjectPageFactory(parent=projects)
        ProjectPage.objects.update(website=url)
        StandardPageFactory(parent=home, title="About", slug="about", body=body(url))
        link = {"label": "There", "page": None, "document": None, "url": url}
        entry = {**link, "children": [item(**link)]}
        Menu.objects.create(
            site=site_tree.site,
            name="main",
            locale=home.locale,
            entries=[{"type": "entry", "value": entry}],
        )
        SiteTexts.objects.create(
            site=site_tree.site,
            name="Site",
            locale=home.locale,
            social=[{"type": "account", "value": {"network": "N", "url": url}}],
        )
        return graphql(ASK)

    return answer


@pytest.mark.parametrize("url", HOSTILE)
def test_an_address_that_could_harm_is_absent(shown, url):
    answer = shown(url)

    assert answer.data["page"]["body"][0]["links"] == [{"label": "There", "href": None}]
    assert answer.data["moved"]["__typename"] == "NotFoundRoute"
    for part in ("alert", "evil", "passwd", "vbscript"):
        assert part not in answer.text


@pytest.mark.parametrize("url", GOOD)
def test_a_good_address_is_there(shown, url):
    answer = shown(url)

    assert answer.data["moved"]["location"] == url
    assert answer.text.count(f'"{url}"') == 9
