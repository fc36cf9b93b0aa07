"""How many SQL statements an answer takes, however long its lists are."""

import pytest

from tests.contract import documents
from tests.graphql_client import ask
from tests.growth import explain, statements

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]

# They bound the time of the answer and undo nothing: there is nothing to undo.
CONTROL = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "SET LOCAL")
NEWS_PAGE, WITH_COUNTS = 8, 2
ROUTE_OF_NEWS = 25
LISTS = {
    "Directory": {"locale": "en"},
    "NewsList": {"locale": "en"},
    "Paths": {"locale": "en"},
    "ProjectCatalogue": {"locale": "en"},
    "Publications": {"locale": "en"},
    "Search": {"locale": "en", "text": "the"},
}


def asked(query: str, **variables: object) -> list[str]:
    """Return the statements of an answer without those that control the transaction."""
    found = statements(lambda: ask(query, **variables).data)
    return [sql for sql in found if not sql.startswith(CONTROL)]


def without_counts(query: str) -> str:
    """Return NewsList without `totalCount` and `facets`."""
    head, _nodes, tail = query.partition("nodes {")
    for part in ("totalCount", "facets {\n      name\n      values {\n"):
        assert part in head
    kept = head.partition("totalCount")[0], head[head.index("pageInfo") :]
    page_info = kept[1].partition("facets")[0]
    return f"{kept[0]}{page_info}nodes {{{tail}"


@pytest.mark.parametrize("name", LISTS)
def test_a_longer_page_takes_no_more(name):
    query = documents.load(name)
    short = asked(query, first=3, **LISTS[name])
    long = asked(query, first=12, **LISTS[name])

    assert len(long) == len(short), explain(short, long)


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


def test_the_route_of_a_news_page_takes_25_at_most():
    paths = ask('{ paths(locale: "en", first: 100) { nodes { path pageType } } }').data[
        "paths"
    ]["nodes"]
    news = [node["path"] for node in paths if node["pageType"] == "NewsPage"]
    assert len(news) > 10

    for path in news:
        found = asked(documents.load("Route"), path=path)
        assert len(found) <= ROUTE_OF_NEWS, (path, "\n".join(found))


def test_what_nobody_asks_for_is_not_loaded():
    (listed,) = [
        sql
        for sql in asked(without_counts(documents.load("NewsList")), locale="en")
        if 'FROM "news_newspage" ' in sql
    ]
    assert '"news_newspage"."body"' not in listed
    assert '"core_customimage"."file"' in listed, "the cover comes along"
