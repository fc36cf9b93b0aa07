"""How many SQL statements an answer takes, however long its lists are."""

import pytest

from tests.contract import documents
from tests.graphql_client import ask
from tests.growth import explain, statements

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]

NEWS_PAGE, WITH_COUNTS = 8, 2


def asked(query: str, **variables: object) -> list[str]:
    """Return the statements of an answer."""
    return statements(lambda: ask(query, **variables).data)


def without_counts(query: str) -> str:
    """Return NewsList without `totalCount` and `facets`."""
    head, _nodes, tail = query.partition("nodes {")
    for part in ("totalCount", "facets {\n      name\n      values {\n"):
        assert part in head
    kept = head.partition("totalCount")[0], head[head.index("pageInfo") :]
    page_info = kept[1].partition("facets")[0]
    return f"{kept[0]}{page_info}nodes {{{tail}"


@pytest.mark.parametrize("first", [5, 20, 100])
def test_a_page_of_news_takes_eight_at_most(first):
    query = without_counts(documents.load("NewsList"))

    found = asked(query, locale="en", first=first)

    assert len(found) <= NEWS_PAGE, "\n".join(found)


def test_counting_news_takes_two_more_at_most():
    """The second looks up pages that changed, or are hidden by the clock."""
    whole = documents.load("NewsList")
    asked(whole, locale="en")  # now the bitmaps are in memory
    plain = asked(without_counts(whole), locale="en")
    counted = asked(whole, locale="en")

    assert len(counted) <= len(plain) + WITH_COUNTS, explain(plain, counted)


def test_what_nobody_asks_for_is_not_loaded():
    (listed,) = [
        sql
        for sql in asked(without_counts(documents.load("NewsList")), locale="en")
        if 'FROM "news_newspage" ' in sql
    ]
    assert '"news_newspage"."body"' not in listed
    assert '"core_customimage"."file"' in listed, "the cover comes along"
