"""Lists: languages, filters, facets, pages of them, and a cost that does not grow."""

import pytest

from cms.core.models import Topic
from network.models import Organisation, PageAuthor, Person
from news.models import Section
from projects.models import Participation
from tests.factories.media import make_image
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
)

NEWS = """
query News($first: Int, $after: String, $offset: Int, $fallback: [String!],
           $filter: NewsFilter, $orderBy: NewsOrder = NEWEST, $locale: String = "en") {
  newsPages(locale: $locale, fallback: $fallback, first: $first, after: $after,
            offset: $offset, filter: $filter, orderBy: $orderBy) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    facets { name values { value label count } }
    nodes { title path isFallback locale { code } date lead sections { slug name }
            topics { slug name locale { code } } authors { name }
            cover { alt rendition(preset: CARD) { url }
                    sources(preset: CARD) { srcset } }
            translations { title isStale } breadcrumbs { title }
            seo { title alternates { href } jsonLd } previous { title } next { title } }
  }
}
"""


@pytest.fixture
def news(site_tree):
    return NewsIndexPageFactory(parent=site_tree["en"])


def titles(answer) -> list[str]:
    return [node["title"] for node in answer.data["newsPages"]["nodes"]]


def test_paging_shows_each_item_once_although_dates_are_equal(graphql, news):
    for number in range(7):
        NewsPageFactory(parent=news, title=f"N{number}", date="2026-01-01")
    seen: list[str] = []
    after = None
    for _page in range(4):
        answer = graphql(NEWS, first=2, after=after)
        seen += titles(answer)
        after = answer.data["newsPages"]["pageInfo"]["endCursor"]

    assert sorted(seen) == [f"N{number}" for number in range(7)]
    assert not answer.data["newsPages"]["pageInfo"]["hasNextPage"]
    assert answer.data["newsPages"]["totalCount"] == 7


def test_an_item_published_meanwhile_shifts_no_page(graphql, news):
    for day in (1, 2, 3, 4):
        NewsPageFactory(parent=news, title=f"N{day}", date=f"2026-01-0{day}")
    first = graphql(NEWS, first=2)
    NewsPageFactory(parent=news, title="Newest", date="2026-02-01")

    second = graphql(
        NEWS, first=2, after=first.data["newsPages"]["pageInfo"]["endCursor"]
    )

    assert titles(first) + titles(second) == ["N4", "N3", "N2", "N1"]


def test_numbered_pages(graphql, news):
    for day in (1, 2, 3):
        NewsPageFactory(parent=news, title=f"N{day}", date=f"2026-01-0{day}")

    answer = graphql(NEWS, first=1, offset=1)

    assert titles(answer) == ["N2"]
    assert answer.data["newsPages"]["pageInfo"]["hasPreviousPage"]


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"first": 101}, "LIMIT_EXCEEDED"),
        ({"first": -1}, "BAD_INPUT"),
        ({"after": "nonsense"}, "BAD_INPUT"),
        ({"after": "WyJORVdFU1QiLCAieCIsICJ5Il0"}, "BAD_INPUT"),
        ({"offset": -1}, "BAD_INPUT"),
        ({"fallback": ["xx"]}, "UNKNOWN_LANGUAGE"),
        ({"filter": {"topics": ["x"] * 51}}, "BAD_INPUT"),
    ],
)
def test_bad_arguments_are_refused_with_a_code(graphql, news, variables, code):
    assert graphql(NEWS, **variables).code == code


def test_a_page_size_over_the_maximum_names_the_maximum(graphql, news):
    error = graphql(NEWS, first=101).error

    assert error["extensions"]["maximum"] == 100
    assert "100" in error["message"]


def test_a_fallback_shows_each_item_once_in_the_first_language_that_has_it(
    graphql, site_tree, news
):
    french = NewsIndexPageFactory(
        parent=site_tree["fr"], translation_key=news.translation_key
    )
    both = NewsPageFactory(parent=news, title="Both", date="2026-01-02")
    NewsPageFactory(
        parent=french,
        title="Les deux",
        date="2026-01-02",
        translation_key=both.translation_key,
    )
    NewsPageFactory(parent=news, title="Only English", date="2026-01-01")

    strict = graphql(NEWS, locale="fr")
    chain = graphql(NEWS, locale="fr", fallback=["en"])

    assert titles(strict) == ["Les deux"]
    assert titles(chain) == ["Les deux", "Only English"]
    nodes = chain.data["newsPages"]["nodes"]
    assert [node["isFallback"] for node in nodes] == [False, True]
    assert nodes[1]["path"].startswith("/en/")
    assert chain.data["newsPages"]["totalCount"] == 2


@pytest.fixture
def classified(site_tree, news):
    locale, french = site_tree["en"].locale, site_tree["fr"].locale
    climate = Topic.objects.create(slug="climate", name="Climate", locale=locale)
    Topic.objects.create(
        slug="climate",
        name="Climat",
        locale=french,
        translation_key=climate.translation_key,
    )
    water = Topic.objects.create(
        slug="water", name="Water", locale=locale, parent=climate
    )
    top = Section.objects.create(slug="news", name="News", locale=locale)
    depth = Section.objects.create(
        slug="depth", name="In-depth", locale=locale, parent=top
    )
    for title, topic, section, goals, date in (
        ("A", climate, top, [1], "2025-05-01"),
        ("B", water, depth, [1, 2], "2026-05-01"),
        ("C", None, None, [], "2026-06-01"),
    ):
        page = NewsPageFactory(
            parent=news, title=title, section=section, goals=goals, date=date
        )
        if topic:
            page.topics.add(topic)
            page.save()


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        ({}, ["C", "B", "A"]),
        ({"topics": ["climate"]}, ["B", "A"]),
        ({"topics": ["water"]}, ["B"]),
        ({"topics": ["nothing"]}, []),
        ({"section": "news"}, ["B", "A"]),
        ({"goals": [2]}, ["B"]),
        ({"year": 2026}, ["C", "B"]),
        ({"year": 2026, "goals": [1]}, ["B"]),
    ],
)
def test_filters(graphql, classified, narrowing, expected):
    assert titles(graphql(NEWS, filter=narrowing)) == expected


def facet(answer, name: str) -> dict[str, int]:
    facets = answer.data["newsPages"]["facets"]
    values = next(found["values"] for found in facets if found["name"] == name)
    return {row["value"]: row["count"] for row in values}


def test_facets_count_under_the_other_filters_but_not_their_own(graphql, classified):
    answer = graphql(NEWS, filter={"year": 2026})

    assert facet(answer, "year") == {"2025": 1, "2026": 2}
    assert facet(answer, "topics") == {"climate": 1, "water": 1}
    assert facet(answer, "goals") == {"1": 1, "2": 1}
    assert facet(answer, "section") == {"news": 1, "depth": 1}


def test_facets_are_labelled_in_the_asked_language(graphql, site_tree, classified):
    answer = graphql(NEWS, locale="fr", fallback=["en"])
    facets = answer.data["newsPages"]["facets"]
    topics = next(found["values"] for found in facets if found["name"] == "topics")

    assert {"value": "climate", "label": "Climat", "count": 2} in topics


def test_sections_go_from_the_widest_to_the_narrowest(graphql, classified):
    node = graphql(NEWS, filter={"goals": [2]}).data["newsPages"]["nodes"][0]

    assert [section["slug"] for section in node["sections"]] == ["news", "depth"]


def test_the_cost_of_news_does_not_grow_with_the_list(
    graphql, site_tree, news, assert_flat
):
    image = make_image()
    topic = Topic.objects.create(slug="t", name="T", locale=news.locale)
    section = Section.objects.create(slug="s", name="S", locale=news.locale)

    def add(count: int) -> None:
        for _number in range(count):
            page = NewsPageFactory(parent=news, cover=image, section=section)
            page.topics.add(topic)
            page.save()
            person = Person.objects.create(name="N", locale=news.locale)
            PageAuthor.objects.create(page=page, person=person, locale=news.locale)

    add(3)
    assert_flat(lambda: graphql(NEWS, first=100).data, lambda: add(9))


DIRECTORY = """
{ organisations(locale: "en", first: 50) {
    totalCount facets { name values { value label count } }
    nodes { slug name kind country { code name } logo { alt placeholder
            sources(preset: CARD) { srcset } }
            projects(first: 3) { totalCount nodes { title path locale { code } } }
            participations { nodes { role project { title } } } } }
  projectPages(locale: "en", first: 50) {
    nodes { title countries { name } participations(roles: [LEAD], first: 5) {
              totalCount nodes { role organisation { slug name logo { alt } } } }
            news(first: 2) { totalCount nodes { title } }
            publications { totalCount } subprojects { nodes { title } } } } }
"""


def test_the_cost_of_the_directory_does_not_grow_with_the_list(
    graphql, site_tree, news, assert_flat
):
    locale = news.locale
    projects = ProjectIndexPageFactory(parent=site_tree["en"])
    image = make_image()

    def add(count: int) -> None:
        for _number in range(count):
            number = Organisation.objects.count()
            town = Organisation.objects.create(
                slug=f"t{number}",
                name=f"T{number}",
                kind="TOWN",
                locale=locale,
                logo=image,
                country_code="FR",
            )
            project = ProjectPageFactory(parent=projects, country_codes=["FR"])
            ProjectPageFactory(parent=project)
            Participation.objects.create(
                project=project, organisation=town, locale=locale, role="LEAD"
            )
            item = NewsPageFactory(parent=news)
            item.projects.add(project)
            item.save()

    add(3)
    assert_flat(lambda: graphql(DIRECTORY).data, lambda: add(9))


def test_names_of_countries_and_kinds_are_in_the_asked_language(graphql, site_tree):
    Organisation.objects.create(
        slug="t",
        name="Ville",
        kind="TOWN",
        locale=site_tree["fr"].locale,
        country_code="DE",
    )

    answer = graphql(
        '{ organisations(locale: "fr") { facets { name values { label } } '
        "nodes { country { code name } } } }"
    )

    assert answer.data["organisations"]["nodes"][0]["country"] == {
        "code": "DE",
        "name": "Allemagne",
    }
