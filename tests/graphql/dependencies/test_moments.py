"""When the clock alone changes an answer, its next moment has come; not before."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.graphql.dependencies import moments
from news.models import NewsPage
from tests.factories.pages import NewsPageFactory, StandardPageFactory
from tests.graphql.dependencies.asking import depends_on
from tests.graphql_client import ask

TITLES = '{ newsPages(locale: "en", filter: {year: 2026}) { nodes { title } } }'
NOW = timezone.now()
SOON, LATER = NOW + timedelta(hours=1), NOW + timedelta(hours=2)


@pytest.fixture
def at(monkeypatch):
    """Return what sets the clock of the gate."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr("cms.core.visibility.gate.timezone.now", lambda: moment)

    return set_clock


def check(query: str, moment: datetime, at) -> None:
    """The answer changes at a moment, which its keys name, and not just before."""
    assert depends_on(query).next_moment() == moment
    before = ask(query).data
    at(moment - timedelta(microseconds=1))
    assert ask(query).data == before
    at(moment)
    assert ask(query).data != before


def test_nothing_is_to_come(world):
    NewsPageFactory(parent=world.index, expire_at=NOW - timedelta(hours=1))

    assert depends_on(TITLES).next_moment() is None


def test_something_of_the_list_expires(world, at):
    for moment in (LATER, SOON):
        NewsPageFactory(parent=world.index, date="2026-01-01", expire_at=moment)

    check(TITLES, SOON, at)


def test_something_enters_the_list(world, at):
    NewsPageFactory(parent=world.index, date="2026-01-01", go_live_at=SOON)

    check(TITLES, SOON, at)


def test_what_the_filter_leaves_out_has_no_moment(world):
    NewsPageFactory(parent=world.index, date="2025-01-01", expire_at=SOON)
    NewsPageFactory(parent=world.french_index, date="2026-01-01", expire_at=SOON)
    NewsPageFactory(parent=world.index, date="2026-01-01", live=False, go_live_at=SOON)

    assert depends_on(TITLES).next_moment() is None


def test_a_translation_takes_an_items_place(world, at):
    NewsPageFactory(
        parent=world.french_index,
        translation_key=world.item.translation_key,
        go_live_at=SOON,
    )
    query = '{ newsPages(locale: "fr", fallback: ["en"]) { nodes { title } } }'

    check(query, SOON, at)


def test_a_path_leads_somewhere_soon(world, at):
    StandardPageFactory(parent=world.tree["en"], slug="soon", go_live_at=SOON)

    check('{ route(path: "/en/soon/") { __typename } }', SOON, at)


def test_what_an_alias_shows_expires(world, at):
    page = StandardPageFactory(parent=world.tree["en"])
    alias = page.create_alias(parent=world.tree["fr"])
    type(page).objects.filter(pk=page.pk).update(expire_at=SOON)

    check(f"{{ page(id: {alias.pk}) {{ title }} }}", SOON, at)


def test_a_page_below(world, at):
    StandardPageFactory(parent=world.index, go_live_at=SOON)
    query = f"{{ page(id: {world.index.pk}) {{ children {{ title }} }} }}"

    check(query, SOON, at)


def test_other_moments_are_declared(world, monkeypatch):
    monkeypatch.setattr(moments, "_columns", {})
    moments.changes_at(NewsPage, "last_published_at")
    NewsPage.objects.filter(pk=world.item.pk).update(last_published_at=LATER)

    assert depends_on(TITLES).next_moment() == LATER
    assert depends_on(world.of_item("title")).next_moment() == LATER


def test_asking_for_it_takes_one_statement_and_keys_take_none(world):
    found = depends_on(TITLES)
    with CaptureQueriesContext(connection) as captured:
        assert found.keys
        assert found.texts
    assert len(captured) == 0
    with CaptureQueriesContext(connection) as captured:
        found.next_moment()
        found.next_moment()
    assert len(captured) == 1
