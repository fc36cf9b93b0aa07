"""A list depends on what its filter keeps, as far as that is cheaply told."""

from collections.abc import Callable
from typing import Any

import pytest

from news.models import Section
from projects.models import Participation
from tests.factories.pages import (
    NewsPageFactory,
    ProjectPageFactory,
)
from tests.graphql.dependencies.asking import keys, touched
from tests.graphql.dependencies.small_site import (
    NEWS,
    ORGANISATION,
    PAGE,
    PROJECT,
    PUBLICATION,
    check,
    row,
    version,
)


def test_pages_below(world):
    def add() -> None:
        NewsPageFactory(parent=world.index)

    query = f"{{ page(id: {world.index.pk}) {{ children {{ title }} }} }}"
    shown = {row(world.index), f"{PAGE}:parent={world.index.pk}", row(world.item)}
    check(query, shown, add)
    assert keys(query).isdisjoint(touched(world.project.save_revision().publish))


def test_who_takes_part(world):
    hidden = world.new_organisation("brightwater", live=False)
    french = world.new_organisation("sorel", locale=world.tree["fr"].locale)
    for partner in (world.organisation, hidden, french):
        world.project.participations.add(Participation(organisation=partner))
    world.project.save()
    parts = Participation.objects.filter(project=world.project)

    expected = {row(world.project)}
    expected |= {row(part) for part in parts if part.organisation_id != hidden.pk}
    for partner in (world.organisation, hidden, french):
        expected |= {row(partner), version(partner, world.en)}
    query = world.of_project("participations { nodes { organisation { name } } }")
    check(query, expected, lambda: hidden.save_revision().publish())


def test_what_an_organisation_takes_part_in(world):
    def join() -> None:
        world.project.participations.add(Participation(organisation=world.organisation))
        world.project.save()

    query = """{ organisation(slug: "vellmar", locale: "en") {
      projects { nodes { title } } participations { totalCount } } }"""
    key = world.organisation.translation_key.hex
    expected = {row(world.organisation), f"{ORGANISATION}:slug=vellmar"}
    expected.add(f"{PROJECT}@{world.en}:organisation={key}")
    check(query, expected, join)


def test_news_and_publications_of_a_project(world):
    def name_it() -> None:
        world.item.projects = [world.project]
        world.item.save()

    lists = ("news", "publications", "subprojects")
    query = world.of_project(" ".join(f"{name} {{ totalCount }}" for name in lists))
    key = world.project.translation_key.hex
    expected = {row(world.project), f"{PAGE}:parent={world.project.pk}"}
    expected |= {f"{label}@{world.en}:project={key}" for label in (NEWS, PUBLICATION)}
    check(query, expected, name_it)
    other = NewsPageFactory(parent=world.index, projects=[])
    assert expected.isdisjoint(touched(other.save_revision().publish))


def test_a_list_with_filters(world):
    def add(year: int) -> Callable[[], Any]:
        return lambda: NewsPageFactory(parent=world.index, date=f"{year}-05-05")

    query = """{ newsPages(locale: "en", filter: {year: 2026}) {
      totalCount nodes { title } } }"""
    check(query, {f"{NEWS}@{world.en}:year=2026", row(world.item)}, add(2026))
    assert keys(query).isdisjoint(touched(add(2025)))


def test_a_list_of_a_term(world):
    narrower = Section.objects.create(
        slug="town", name="Town", parent=world.section, locale=world.section.locale
    )
    query = '{ newsPages(locale: "en", filter: {section: "news"}) { totalCount } }'
    expected = {f"{NEWS}@{world.en}:section=news", "news.section"}

    def add() -> None:
        NewsPageFactory(parent=world.index, section=narrower)

    check(query, expected, add)


def test_a_list_that_falls_back(world):
    query = """{ newsPages(locale: "fr", fallback: ["en"], filter: {year: 2025}) {
      totalCount } }"""
    expected = {f"{NEWS}@{world.fr}", f"{NEWS}@{world.en}:year=2025"}

    def hide_by_a_translation() -> None:
        NewsPageFactory(parent=world.french_index, date="2020-01-01")

    check(query, expected, hide_by_a_translation)


def test_the_counts_behind_filters(world):
    query = """{ newsPages(locale: "en", filter: {year: 2025}) {
      facets { values { label count } } } }"""
    expected = {f"{NEWS}@{world.en}", f"{NEWS}@{world.en}:year=2025"}
    expected |= {"core.topic", "news.section"}
    check(query, expected, lambda: NewsPageFactory(parent=world.index))


def test_projects_of_an_organisation(world):
    query = """{ projectPages(locale: "en", filter: {organisation: "vellmar"}) {
      totalCount } }"""
    expected = {f"{PROJECT}@{world.en}", f"{ORGANISATION}:slug=vellmar"}
    check(query, expected, world.organisation.delete)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ('countries: ["BG"]', "countries=BG"),
        ("goals: [11]", "goals=11"),
        ("status: [PLANNED]", "status=PLANNED"),
    ],
)
def test_projects_with_a_value(world, asked, key):
    def add() -> None:
        values = {"country_codes": ["BG"], "goals": [11], "status": "PLANNED"}
        ProjectPageFactory(parent=world.tree["en"], **values)

    query = f'{{ projectPages(locale: "en", filter: {{{asked}}}) {{ totalCount }} }}'
    check(query, {f"{PROJECT}@{world.en}:{key}"}, add)


def test_every_path(world):
    every = keys("{ paths { totalCount } }")
    french = keys('{ paths(locale: "fr") { totalCount } }')

    assert (every, french) == ({PAGE}, {f"{PAGE}@{world.fr}"})
    change = touched(world.item.save_revision().publish)
    assert change & every
    assert not change & french


def test_grapples_pages(world):
    query = '{ pages(locale: "fr", contentType: "news.NewsPage") { title } }'
    everything = '{ pages(locale: "fr") { slug } }'

    assert keys(query) == {f"{NEWS}@{world.fr}"}
    shown = {row(world.tree["fr"]), row(world.french_index)}
    assert keys(everything) == shown | {f"{PAGE}@{world.fr}"}


def test_search(world):
    query = '{ search(text: "x", locale: "fr", types: [NEWS]) { totalCount } }'

    assert keys(query) == {f"{NEWS}@{world.fr}"}
