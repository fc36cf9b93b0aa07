"""Lists by name stand in their language's order, and paging covers them."""

import re
from base64 import b64encode

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.core.collation import MAX_BYTES, sort_key
from cms.core.models import Topic
from cms.graphql.connections import OrderBy
from cms.graphql.paging import write_cursor
from network.models import Organisation
from projects.models import Participation
from publications.models import PublicationKind
from tests.api_settings import api_settings
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
    PublicationIndexPageFactory,
    PublicationPageFactory,
)
from tests.fixtures import SiteTree, make_site_tree
from tests.graphql_client import ask

MALTESE = [
    *("Birgu", "Ċirkewwa", "Dingli", "Ġgantija", "Gudja"),
    *("Għarb", "Ħamrun", "Iklin", "Żabbar"),
]
TOWNS = """
query T($locale: String!, $fallback: [String!], $first: Int, $after: String,
        $offset: Int) {
  organisations(locale: $locale, fallback: $fallback, first: $first, after: $after,
                offset: $offset) {
    totalCount pageInfo { hasNextPage endCursor } nodes { slug name } }
}
"""


@pytest.fixture
def maltese(db: None) -> SiteTree:
    return make_site_tree("mt", "en")


def found(answer, name: str, field: str = "title") -> list[str]:
    return [node[field] for node in answer.data[name]["nodes"]]


def add_town(name: str, locale, number: int = 0, **columns) -> Organisation:
    return Organisation.objects.create(
        slug=f"t{number}", name=name, kind="TOWN", locale=locale, **columns
    )


def test_each_list_of_pages_by_title(graphql, maltese):
    for list_name, index, page, columns in (
        ("newsPages", NewsIndexPageFactory, NewsPageFactory, {}),
        ("projectPages", ProjectIndexPageFactory, ProjectPageFactory, {}),
        (
            "publicationPages",
            PublicationIndexPageFactory,
            PublicationPageFactory,
            {"kind": PublicationKind.STUDY},
        ),
    ):
        parent = index(parent=maltese["mt"])
        for title in sorted(MALTESE):
            page(parent=parent, title=title, **columns)

        query = (
            f'{{ {list_name}(locale: "mt", orderBy: TITLE) {{ nodes {{ title }} }} }}'
        )
        assert found(graphql(query), list_name) == MALTESE


def test_organisations_by_name(graphql, maltese):
    for number, name in enumerate(sorted(MALTESE)):
        add_town(name, maltese["mt"].locale, number)

    assert found(graphql(TOWNS, locale="mt"), "organisations", "name") == MALTESE


def test_grapples_pages_by_title(graphql, maltese):
    news = NewsIndexPageFactory(parent=maltese["mt"], title="Dnes")
    projects = ProjectIndexPageFactory(parent=maltese["mt"], title="Abc")
    for place, title in enumerate(sorted(MALTESE)):
        factory, parent = (
            (NewsPageFactory, news) if place % 2 else (ProjectPageFactory, projects)
        )
        factory(parent=parent, title=title)
    types = '"news.NewsPage,projects.ProjectPage"'

    def titles(order: str) -> list[str]:
        arguments = f'locale: "mt", contentType: {types}, order: "{order}"'
        pages = graphql(f"{{ pages({arguments}) {{ title }} }}").data["pages"]
        return [page["title"] for page in pages]

    assert titles("title") == MALTESE
    assert titles("-title") == MALTESE[::-1]


def test_an_organisations_projects_by_title(graphql, maltese):
    locale = maltese["mt"].locale
    town = add_town("Birgu", locale)
    parent = ProjectIndexPageFactory(parent=maltese["mt"])
    for title in sorted(MALTESE):
        project = ProjectPageFactory(parent=parent, title=title)
        Participation.objects.create(
            project=project, organisation=town, locale=locale, role="PARTNER"
        )

    answer = graphql(
        """{ organisation(slug: "t0", locale: "mt") { projects { nodes { title } }
             participations { nodes { project { title } } } } }"""
    )
    shown = answer.data["organisation"]

    assert [node["title"] for node in shown["projects"]["nodes"]] == MALTESE
    parts = shown["participations"]["nodes"]
    assert [node["project"]["title"] for node in parts] == MALTESE


def test_topics_by_position_then_by_name_in_the_pages_language(graphql, maltese):
    first, *names = ["Żabbar", "Ċirkewwa", "Gudja", "Għarb", "Ħamrun"]
    english = maltese["en"].locale
    page = NewsPageFactory(parent=NewsIndexPageFactory(parent=maltese["mt"]))
    for number, name in enumerate([first, *sorted(names)]):
        topic = Topic.objects.create(
            slug=f"t{number}",
            name=f"{9 - number}",
            locale=english,
            position=int(number > 0),
        )
        Topic.objects.create(
            slug=topic.slug,
            name=name,
            locale=maltese["mt"].locale,
            position=topic.position,
            translation_key=topic.translation_key,
        )
        page.topics.add(topic)
    page.save()

    answer = graphql('{ newsPages(locale: "mt") { nodes { topics { name } } } }')

    topics = answer.data["newsPages"]["nodes"][0]["topics"]
    assert [topic["name"] for topic in topics] == [first, *names]


def test_a_facets_labels_of_one_count_by_name_in_the_asked_language(graphql, db):
    tree = make_site_tree("de", "fr")
    for code in ("de", "fr"):
        for number, country in enumerate(["AT", "NO", "PL", "EG"]):
            add_town("A", tree[code].locale, number, country_code=country)

    def labels(code: str) -> list[str]:
        answer = graphql(
            f'{{ organisations(locale: "{code}") '
            "{ facets { name values { label } } } }"
        )
        facets = answer.data["organisations"]["facets"]
        values = next(f["values"] for f in facets if f["name"] == "countries")
        return [value["label"] for value in values]

    assert labels("de") == ["Ägypten", "Norwegen", "Österreich", "Polen"]
    assert labels("fr") == ["Autriche", "Égypte", "Norvège", "Pologne"]


names = st.text(
    st.sampled_from("aAåÅäzZæßčcChġĠhHiI йЙїΣςأ-’ 19"), min_size=1, max_size=12
) | st.sampled_from(["", "same", "same", "ﷺ" * 200, "ﷺ" * 199 + "x"])
rows = st.lists(
    st.tuples(names, st.sampled_from(["mt", "en"])), min_size=1, max_size=14
)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(rows=rows, first=st.integers(1, 5), both=st.booleans())
def test_pages_of_a_list_hold_each_item_once_in_the_order_of_the_keys(
    maltese, rows, first, both
):
    with transaction.atomic(), override_settings(CMS_API=api_settings(MAX_COST=10**9)):
        towns = Organisation.objects.bulk_create(
            Organisation(
                slug=f"t{number}",
                name=name,
                kind="TOWN",
                locale=maltese[code].locale,
            )
            for number, (name, code) in enumerate(rows)
        )
        codes = ("mt", "en") if both else ("mt",)
        shown = [town for town in towns if town.locale.language_code in codes]
        expected = sorted(
            shown,
            key=lambda town: (sort_key(town.name, town.locale.language_code), town.pk),
        )
        asked = {"locale": "mt", "fallback": ["en"] if both else None, "first": first}

        assert by_cursor(asked) == [town.slug for town in expected]
        assert by_offset(asked) == [town.slug for town in expected]
        transaction.set_rollback(True)


def by_cursor(asked) -> list[str]:
    slugs: list[str] = []
    after, goes_on = None, True
    while goes_on:
        answer = ask(TOWNS, **asked, after=after)
        slugs += found(answer, "organisations", "slug")
        info = answer.data["organisations"]["pageInfo"]
        after, goes_on = info["endCursor"], info["hasNextPage"]
    return slugs


def by_offset(asked) -> list[str]:
    slugs: list[str] = []
    total = 1
    for offset in range(0, 20, asked["first"]):
        answer = ask(TOWNS, **asked, offset=offset)
        slugs += found(answer, "organisations", "slug")
        total = answer.data["organisations"]["totalCount"]
    assert len(slugs) == total
    return slugs


@pytest.mark.parametrize(
    "key",
    [
        "Birgu",  # a name, as older cursors held it
        "Żabbar",
        "ab",
        "=",
        5,
        None,
        True,
        b64encode(b"x" * (MAX_BYTES + 1)).decode(),
    ],
)
def test_a_cursor_whose_key_is_none_is_refused(graphql, maltese, key):
    add_town("Birgu", maltese["mt"].locale)

    answer = graphql(TOWNS, locale="mt", after=write_cursor("NAME", [key, 1]))

    assert answer.code == "BAD_INPUT"
    assert answer.error["message"] == "“after” takes an `endCursor`."


def test_a_cursor_of_the_longest_title_is_short(graphql, maltese):
    add_town("ﷺ" * 200, maltese["mt"].locale)

    answer = graphql(TOWNS, locale="mt")

    cursor = answer.data["organisations"]["pageInfo"]["endCursor"]
    assert re.fullmatch(r"[\w-]{1,1024}", cursor)


def test_a_condition_begins_at_its_place_in_an_index():
    order = OrderBy("NAME", ("sort_key",))
    key = b64encode(b"\x10").decode()

    statement = str(
        Organisation.objects.filter(order.beyond(write_cursor("NAME", [key, 1]))).query
    )

    assert re.search(r'"sort_key" >= \S+ AND \(', statement)
