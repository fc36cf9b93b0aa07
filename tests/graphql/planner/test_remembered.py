"""Statements are composed once; what they find is what is there now."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.core.models import Topic
from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.fixtures import make_site_tree

LIST = '{ newsPages(locale: "en") { nodes { title topics { name } } } }'


@pytest.fixture
def index(site_tree):
    return NewsIndexPageFactory(parent=site_tree["en"])


def titles(graphql, query: str = LIST) -> list[str]:
    return [node["title"] for node in graphql(query).data["newsPages"]["nodes"]]


def test_a_new_item_is_there_at_the_next_request(graphql, index):
    assert titles(graphql) == []

    NewsPageFactory(parent=index, title="A bridge")

    assert titles(graphql) == ["A bridge"]


def test_the_clock_is_that_of_each_request(graphql, index, monkeypatch):
    soon = timezone.now() + timedelta(minutes=5)
    NewsPageFactory(parent=index, title="Expires", expire_at=soon)
    NewsPageFactory(parent=index, title="Begins", go_live_at=soon)
    assert titles(graphql) == ["Expires"]

    monkeypatch.setattr(
        "cms.core.visibility.gate.timezone.now", lambda: soon + timedelta(minutes=5)
    )

    assert titles(graphql) == ["Begins"]


def test_what_is_closed_meanwhile_is_gone(graphql, index):
    NewsPageFactory(parent=index, title="A bridge")
    assert titles(graphql) == ["A bridge"]

    PageViewRestriction.objects.create(page=index, restriction_type="login")

    assert titles(graphql) == []


def test_a_term_is_read_again_when_it_has_changed(graphql, index, site_tree):
    topic = Topic.objects.create(
        slug="water", name="Water", locale=site_tree["en"].locale
    )
    page = NewsPageFactory(parent=index, title="A bridge")
    page.topics = [topic]
    page.save()

    def name() -> str:
        (node,) = graphql(LIST).data["newsPages"]["nodes"]
        return node["topics"][0]["name"]

    assert name() == "Water"
    topic.name = "Water and rivers"
    topic.save()
    assert name() == "Water and rivers"
    Topic.objects.filter(pk=topic.pk).update(name="Rivers")
    assert name() == "Rivers"


def test_the_first_moment_of_all_is_no_word_for_now(graphql, index):
    yesterday = timezone.now() - timedelta(days=1)
    Page.objects.update(last_published_at=yesterday)
    query = "query ($t: DateTime) { paths(changedSince: $t) { nodes { path } } }"

    for since in ("2020-01-01T00:00:00Z", "0001-01-01T00:00:00Z"):
        assert len(graphql(query, t=since).data["paths"]["nodes"]) == 4


def test_an_impossible_filter_finds_nothing(graphql, index):
    NewsPageFactory(parent=index)
    query = '{ newsPages(locale: "en", filter: {year: 99999}) { nodes { title } } }'

    for _ in range(2):
        assert titles(graphql, query) == []


def test_a_site_without_the_default_language_tells_its_paths(graphql, db):
    make_site_tree("fr")

    paths = graphql("{ paths { nodes { path } } }").data["paths"]["nodes"]

    assert paths == [{"path": "/fr/"}]
