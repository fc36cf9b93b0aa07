"""A filter or a place in a list answers for a hidden thing as for a missing one."""

from base64 import b64encode
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.core.collation import sort_key
from cms.graphql.paging import write_cursor
from network.models import Organisation
from projects.models import Participation
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
)

BY_ORGANISATION = """
query Q($slug: String!) {
  projectPages(locale: "en", filter: {organisation: $slug}) {
    totalCount nodes { title } facets { values { value label count } } } }
"""


@pytest.fixture
def projects(site_tree):
    return ProjectIndexPageFactory(parent=site_tree["en"])


def town_in(project, **fields):
    town = Organisation.objects.create(
        slug="town", name="Town", kind="TOWN", locale=project.locale, **fields
    )
    Participation.objects.create(
        project=project, organisation=town, locale=project.locale
    )
    return town


@pytest.mark.parametrize(
    "state",
    [
        {"live": False},
        {"expire_at": timezone.now() - timedelta(seconds=1)},
        {"go_live_at": timezone.now() + timedelta(days=1)},
    ],
    ids=["draft", "expired", "not yet"],
)
def test_a_hidden_organisation_filters_as_a_missing_one(graphql, projects, state):
    town_in(ProjectPageFactory(parent=projects, title="Open"), **state)

    hidden, missing = (
        graphql(BY_ORGANISATION, slug=slug).data["projectPages"]
        for slug in ("town", "nowhere")
    )

    assert hidden == missing


def test_a_visible_organisation_filters_in_every_language(graphql, site_tree, projects):
    town = town_in(ProjectPageFactory(parent=projects, title="Open"))
    french = ProjectIndexPageFactory(parent=site_tree["fr"], slug="projets")
    project = ProjectPageFactory(parent=french, title="Ouvert")
    Participation.objects.create(
        project=project, organisation=town, locale=project.locale
    )

    for code, title in (("en", "Open"), ("fr", "Ouvert")):
        asked = BY_ORGANISATION.replace('"en"', f'"{code}"')
        nodes = graphql(asked, slug="town").data["projectPages"]["nodes"]
        assert nodes == [{"title": title}]


NEWS_AFTER = """
query Q($after: String!) {
  newsPages(locale: "en", first: 1, after: $after, orderBy: TITLE) {
    totalCount nodes { title } pageInfo { hasNextPage endCursor } } }
"""
PARTS_AFTER = """
query Q($after: String!) {
  projectPages(locale: "en") { nodes {
    participations(first: 1, after: $after) { nodes { organisation { name } } } } } }
"""


def test_the_place_of_a_hidden_item_is_like_a_place_where_nothing_is(
    graphql, site_tree
):
    news = NewsIndexPageFactory(parent=site_tree["en"])
    NewsPageFactory(parent=news, title="A")
    hidden = NewsPageFactory(parent=news, title="M", live=False)
    NewsPageFactory(parent=news, title="Z")

    here, before = (b64encode(sort_key(name, "en")).decode() for name in "ML")
    answers = [
        graphql(NEWS_AFTER, after=write_cursor("TITLE", place)).data
        for place in ([here, hidden.pk], [here, hidden.pk + 999], [before, hidden.pk])
    ]

    assert answers[0] == answers[1] == answers[2]
    assert answers[0]["newsPages"]["nodes"] == [{"title": "Z"}]


def test_the_place_of_a_hidden_item_in_a_nested_list_is_no_place(graphql, projects):
    project = ProjectPageFactory(parent=projects, title="Open")
    town_in(project, live=False)
    shown = Organisation.objects.create(
        slug="b", name="B", kind="TOWN", locale=project.locale
    )
    Participation.objects.create(
        project=project, organisation=shown, locale=project.locale
    )
    hidden = Participation.objects.get(organisation__slug="town")

    answers = [
        graphql(PARTS_AFTER, after=write_cursor("NESTED", [pk])).data
        for pk in (hidden.pk, hidden.pk + 999)
    ]

    assert answers[0] == answers[1]
    assert "Town" not in str(answers)


def test_an_unpublished_edit_is_not_searched(graphql, site_tree):
    news = NewsIndexPageFactory(parent=site_tree["en"])
    page = NewsPageFactory(parent=news, title="Open", lead="Open")
    page.title = page.lead = "Zanzibar"
    page.save_revision()
    ask = '{ search(text: "%s", locale: "en") { totalCount nodes { page { title } } } }'

    assert graphql(ask % "Zanzibar").data["search"]["totalCount"] == 0
    assert graphql(ask % "Open").data["search"]["totalCount"] == 1
