"""Whatever is on a site: plans answer as graphql-core does, and no item gets lost.

Drafts, private and expired pages, aliases, missing translations, equal titles and dates
and dates that nobody knows are mixed by chance; a failure names the seed.
"""

import json
from collections.abc import Iterator
from random import randrange
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from cms.graphql.connections import Connection, OrderBy
from cms.graphql.context import ApiContext
from network.models import Organisation
from news.models import NewsPage
from projects.models import ProjectPage
from tests.graphql.planner.comparing import both, question
from tests.graphql.planner.random_lists import lists
from tests.own_database import filled_database, working_on
from tests.plenty.chance import ITEMS, Chance

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("chances")]

SEEDS = [randrange(10**9) for _ in range(2)]  # to repeat a failure, put its seed here
MANY = 100
quick = settings(
    max_examples=10, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def chances(django_db_setup: None, django_db_blocker) -> Iterator[list[Chance]]:
    """The sites, in a database of their own."""
    made: list[Chance] = []

    def fill() -> None:
        made.extend(Chance(seed).build() for seed in SEEDS)

    with (
        django_db_blocker.unblock(),
        filled_database("chance", fill) as name,
        working_on(name),
    ):
        yield made


def page_of(query: str, **variables: Any) -> dict[str, Any]:
    """Return a page of a list, on which plan and graphql-core agree."""
    planned, reference = both(question(query, **variables))
    assert planned == reference
    data = json.loads(reference)
    return data.get("page", data)["list"]


def walked(query: str, size: int, *, by_cursor: bool, **variables: Any) -> list[Any]:
    """Return the items of all pages of a list, one page after another."""
    found: list[Any] = []
    page: dict[str, Any] = {"pageInfo": {"hasNextPage": True, "endCursor": None}}
    while page["pageInfo"]["hasNextPage"]:
        after = page["pageInfo"]["endCursor"]
        place = {"after": after} if by_cursor else {"offset": len(found)}
        page = page_of(query, first=size, **place, **variables)
        assert len(page["nodes"]) <= size
        found += page["nodes"]
        assert len(found) <= MANY, "it does not end"
    return found


@quick
@given(
    place=st.sampled_from(range(len(SEEDS))),
    asked=lists(),
    size=st.integers(3, 9),
    by_cursor=st.booleans(),
)
def test_pages_of_a_list_show_every_visible_item_once(
    chances, place, asked, size, by_cursor
):
    site, (model, query, variables) = chances[place], asked
    note(f"The seed is {site.seed}.")
    site.show()
    whole = page_of(query, first=ITEMS * len(SEEDS), **variables)

    found = walked(query, size, by_cursor=by_cursor, **variables)

    assert found == whole["nodes"]
    assert len(found) == whole["totalCount"]
    assert len({json.dumps(node) for node in found}) == len(found)
    if not variables["filter"] and model is not Organisation:
        chain = [variables["locale"], *variables["fallback"]]
        assert {int(node["id"]) for node in found} == site.expected(model, chain)


ADDRESSES = """query ($first: Int, $after: String) { list: paths(first: $first,
  after: $after) { totalCount pageInfo { hasNextPage endCursor }
  nodes { path pageType locale { code } lastPublishedAt } } }"""


def test_every_address_is_told_once(chances):
    for site in chances:
        site.show()
        whole = page_of(ADDRESSES, first=MANY)

        found = walked(ADDRESSES, 9, by_cursor=True)

        assert found == whole["nodes"], site.seed
        assert len({node["path"] for node in found}) == whole["totalCount"]


INSIDE = """query ($first: Int, $after: String, $id: ID) {
  page(id: $id) { ... on ProjectPage { list: participations(first: $first,
    after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { role organisation { slug name } } } } } }"""


def test_a_list_inside_an_item_shows_each_of_its_own_once(chances):
    for site in chances:
        site.show()
        pages = [pk for item in site.visible[ProjectPage] for pk in item.values()]
        for pk in map(str, pages[:9]):
            whole = page_of(INSIDE, id=pk, first=MANY)

            found = walked(INSIDE, 2, by_cursor=True, id=pk)

            assert found == whole["nodes"], site.seed
            assert len(found) == whole["totalCount"]


COLUMNS = ("review_by", "-review_by", "date", "-section_id", "section_id", "-title")


@quick
@given(
    fields=st.lists(st.sampled_from(COLUMNS), max_size=3, unique=True),
    size=st.integers(1, 9),
)
def test_an_order_by_what_may_be_unknown_loses_nothing(chances, fields, size):
    order = OrderBy("TEST", tuple(fields), begins_known=False)

    def page_of_news(after: str | None) -> Connection:
        return Connection(
            lambda _context: NewsPage.objects.all(),
            ApiContext(),
            order=order,
            first=size,
            after=after,
        )

    whole = [page.pk for page in order.apply(NewsPage.objects.all())]
    found, after, more = [], None, True
    while more:
        page = page_of_news(after)
        found += [item.pk for item in page.nodes]
        after, more = page.end_cursor, page.has_next_page

    assert found == whole


def test_an_order_says_whether_its_first_field_may_be_unknown():
    from network.schema import LISTING as ORGANISATIONS
    from news.schema import LISTING as NEWS
    from projects.schema import LISTING as PROJECTS
    from publications.schema import LISTING as PUBLICATIONS

    for listing in (NEWS, PROJECTS, PUBLICATIONS, ORGANISATIONS):
        for order in listing.orders.values():
            field = listing.model._meta.get_field(order.keys[0][0])
            assert order.begins_known is not field.null, order
