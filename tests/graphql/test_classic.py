"""Queries written for Grapple keep working, safely and per language."""

import pytest

from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory

PAGES = """
query P($order: String, $type: String, $locale: String, $limit: Int, $offset: Int) {
  pages(order: $order, contentType: $type, locale: $locale, limit: $limit,
        offset: $offset) { title contentType pageType urlPath parent { title }
                           children(limit: 1) { title } }
}
"""


@pytest.fixture
def news(site_tree):
    index = NewsIndexPageFactory(parent=site_tree["en"], title="News")
    for title in ("B", "A", "C"):
        NewsPageFactory(parent=index, title=title)
    return index


def test_pages_of_a_type_in_an_order(graphql, news):
    pages = graphql(PAGES, order="-title", type="news.NewsPage", limit=2).data["pages"]

    assert [page["title"] for page in pages] == ["C", "B"]
    assert pages[0]["contentType"] == "news.NewsPage"
    assert pages[0]["pageType"] == "NewsPage"
    assert pages[0]["urlPath"] == "/news/c/"
    assert pages[0]["parent"] == {"title": "News"}


def test_without_a_language_the_default_one_is_meant(graphql, news):
    assert graphql(PAGES).data == graphql(PAGES, locale="EN").data
    assert [page["title"] for page in graphql(PAGES, locale="fr").data["pages"]] == [
        "Home (fr)"
    ]


def test_children_are_limited_and_in_the_trees_order(graphql, news):
    pages = graphql(PAGES, type="news.NewsIndexPage").data["pages"]

    assert pages[0]["children"] == [{"title": "B"}]


@pytest.mark.parametrize(
    "variables",
    [
        {"order": "owner__password"},
        {"order": "--title"},
        {"order": "?"},
        {"type": "auth.User"},
        {"type": "news"},
        {"type": "wagtailcore.Page"},
        {"offset": 10**9},
    ],
)
def test_other_orders_and_types_are_refused(graphql, news, variables):
    answer = graphql(PAGES, **variables)

    assert answer.code == "BAD_INPUT"
    assert "User" not in answer.text.replace("auth.User", "")


@pytest.mark.parametrize("asked", ['id: "x"', 'id: "-1"', 'id: "²"'])
def test_an_id_is_a_number(graphql, news, asked):
    assert graphql(f"{{ page({asked}) {{ title }} }}").code == "BAD_INPUT"


def test_the_cost_of_pages_does_not_grow_with_the_list(graphql, news, assert_flat):
    assert_flat(
        lambda: graphql(PAGES, limit=100).data,
        lambda: [NewsPageFactory(parent=news) for _number in range(9)],
    )
