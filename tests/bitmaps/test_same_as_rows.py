"""Counts by bitmaps are those of the rows, whatever happened since they were made."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from random import Random
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from cms.bitmaps.keeping import follow_changes
from cms.bitmaps.models import ChangedPage, Edition
from cms.core.models import Topic
from cms.graphql import listing
from news.models import NewsPage, Section
from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.graphql_client import ask

COUNTS = """
query Counts($locale: String!, $fallback: [String!], $filter: NewsFilter) {
  newsPages(locale: $locale, fallback: $fallback, filter: $filter, first: 0) {
    totalCount
    facets { name values { value label count } }
  }
}
"""
CODES = ("en", "fr", "ar")
DAY = timedelta(days=1)


class Newsroom:
    """A site with news, and what happens there, by chance."""

    def __init__(self, site_tree: Any, chance: Random) -> None:
        self.chance = chance
        self.numbers = count()
        self.indexes = [
            NewsIndexPageFactory(parent=site_tree[code], title=f"News {number}")
            for code in CODES
            for number in (1, 2)
        ]
        english = site_tree["en"].locale
        wide = Topic.objects.create(slug="wide", name="Wide", locale=english)
        narrow = {"parent": wide, "locale": english}
        self.topics = [
            wide,
            Topic.objects.create(slug="narrow", name="Narrow", **narrow),
            Topic.objects.create(slug="thin", name="Thin", **narrow),
        ]
        self.sections = [
            Section.objects.create(slug=f"s{number}", name="S", locale=english)
            for number in (1, 2)
        ]

    def happens(self) -> Callable[[], None]:
        """Return one of all that can happen."""
        return self.chance.choice(
            [
                *(self.write, self.write, self.translate, self.publish),
                *(self.unpublish, self.classify, self.classify, self.redate),
                *(self.move, self.move_index, self.delete, self.copy, self.close),
                *(self.open, self.let_expire, self.narrow_a_topic, self.drop_a_topic),
                *(follow_changes, follow_changes),
            ]
        )

    def some(self) -> Any:
        """Return an item, a new one where there is none."""
        pages = list(NewsPage.objects.filter(alias_of=None).order_by("pk"))
        return self.chance.choice(pages) if pages else self.write()

    def write(self) -> Any:
        page = NewsPageFactory(
            parent=self.chance.choice(self.indexes),
            live=self.chance.random() < 0.8,
            date=f"202{self.chance.randint(4, 6)}-01-01",
            goals=self.chance.sample(range(1, 6), self.chance.randint(0, 3)),
            section=self.chance.choice([None, *self.sections]),
            slug=f"n{next(self.numbers)}",
        )
        page.topics.set(self.chance.sample(self.topics, self.chance.randint(0, 2)))
        page.save()
        return page

    def translate(self) -> None:
        page = self.some()
        taken = Page.objects.filter(translation_key=page.translation_key)
        codes = taken.values_list("locale__language_code", flat=True)
        parents = [
            index for index in self.indexes if index.locale.language_code not in codes
        ]
        if parents:
            NewsPageFactory(
                parent=self.chance.choice(parents),
                translation_key=page.translation_key,
                goals=page.goals,
                slug=f"n{next(self.numbers)}",
            )

    def publish(self) -> None:
        self.some().save_revision().publish()

    def unpublish(self) -> None:
        self.some().unpublish()

    def classify(self) -> None:
        page = self.some()
        page.topics.set(self.chance.sample(self.topics, self.chance.randint(0, 2)))
        page.goals = self.chance.sample(range(1, 6), 2)
        page.section = self.chance.choice(self.sections)
        page.save()

    def redate(self) -> None:
        NewsPage.objects.filter(pk=self.some().pk).update(date="2023-01-01")

    def move(self) -> None:
        page = self.some()
        mine = [one for one in self.indexes if one.locale_id == page.locale_id]
        page.move(Page.objects.get(pk=self.chance.choice(mine).pk), pos="last-child")

    def move_index(self) -> None:
        first, second = self.indexes[:2]
        if not Page.objects.filter(path__startswith=first.path, pk=second.pk):
            Page.objects.get(pk=first.pk).move(
                Page.objects.get(pk=second.pk), pos="first-sibling"
            )

    def delete(self) -> None:
        self.some().delete()

    def copy(self) -> None:
        page = self.some()
        parent = Page.objects.get(pk=self.chance.choice(self.indexes).pk)
        slug = f"n{next(self.numbers)}"
        CreatePageAliasAction(page, parent=parent, update_slug=slug).execute(
            skip_permission_checks=True
        )

    def close(self) -> None:
        index = Page.objects.get(pk=self.chance.choice(self.indexes).pk)
        page = self.chance.choice([self.some(), index])
        PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")

    def open(self) -> None:
        PageViewRestriction.objects.all().delete()

    def let_expire(self) -> None:
        field = self.chance.choice(["expire_at", "go_live_at"])
        day = timezone.now() + self.chance.choice([DAY, -DAY])
        Page.objects.filter(pk=self.some().pk).update(**{field: day})

    def narrow_a_topic(self) -> None:
        thin = Topic.objects.filter(slug="thin").first()
        if thin:
            thin.parent = self.chance.choice(self.topics[:2])
            thin.save()

    def drop_a_topic(self) -> None:
        Topic.objects.filter(slug="thin").delete()
        self.topics = self.topics[:2]

    def question(self) -> dict[str, Any]:
        """Return a language, others to fall back to, and a filter."""
        locale, *others = self.chance.sample(CODES, 3)
        narrowing = {
            "topics": self.chance.sample(["wide", "narrow", "thin", "none"], 2),
            "section": self.chance.choice(["s1", "s2"]),
            "goals": self.chance.sample(range(1, 6), 2),
            "year": self.chance.choice([2023, 2025, 99999]),
        }
        names = self.chance.sample(sorted(narrowing), self.chance.randint(0, 2))
        return {
            "locale": locale,
            "fallback": others[: self.chance.randint(0, 2)],
            "filter": {name: narrowing[name] for name in names},
        }


def by_rows(question: dict[str, Any]) -> Any:
    with transaction.atomic():
        Edition.objects.all().delete()
        answer = ask(COUNTS, **question).data
        transaction.set_rollback(True)
    return answer


def by_bitmaps(question: dict[str, Any]) -> Any:
    def refuse(*_args: Any) -> None:
        raise AssertionError("rows were counted")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "ByRows", refuse)
        return ask(COUNTS, **question).data


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(0, 10**6))
def test_whatever_happens_counts_are_those_of_the_rows(site_tree, seed):
    chance = Random(seed)
    with transaction.atomic():
        newsroom = Newsroom(site_tree, chance)
        follow_changes()
        told = []
        for _step in range(chance.randint(1, 12)):
            event = newsroom.happens()
            told.append(event.__name__)
            event()
            question = newsroom.question()
            assert by_bitmaps(question) == by_rows(question), (told, question)
        transaction.set_rollback(True)


def test_what_has_been_followed_is_forgotten(site_tree):
    newsroom = Newsroom(site_tree, Random(1))
    follow_changes()
    newsroom.write()
    assert ChangedPage.objects.exists()

    follow_changes()

    assert not ChangedPage.objects.exists()
