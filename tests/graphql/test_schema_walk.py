"""Behind every field there is once something hidden, and no word of it comes out.

`tests/graphql/walk/` knows the fields from the schema, the ways of hiding, and how to
plant something behind each field. One tree holds all that is planted; each test hides
one thing, in one way after the other.
"""

import re
from collections.abc import Iterator, Mapping

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from graphql import get_named_type

from cms.graphql.schema import get_schema
from tests.fixtures import make_site_tree
from tests.graphql.walk import (  # noqa: F401 the planters register themselves
    planters_blocks,
    planters_pages,
    planters_roots,
    reach,
)
from tests.graphql.walk.asking import query_for
from tests.graphql.walk.planting import PLANTERS, Planted, Planter, World
from tests.graphql.walk.states import states_of
from tests.graphql_client import ask
from tests.own_database import filled_database, working_on

pytestmark = pytest.mark.django_db  # pytest-django makes a database for none without
NO_LIMIT = 10**9
UNLIMITED = {
    "MAX_BYTES": NO_LIMIT,
    "MAX_TOKENS": NO_LIMIT,
    "MAX_REPETITIONS": NO_LIMIT,
    "MAX_COST": NO_LIMIT,
    "RATE": NO_LIMIT,
}
HOW_TO = """No test plants something hidden behind {}.

A field that can lead to a page, snippet, picture or file needs a planter: a function
in `tests/graphql/walk/planters_*.py` under `@plants("Type.field")`. It puts something
marked (`world.page()`, `world.image`, ...) behind the field and returns
`Planted(target, paths)`; a path says how a query gets there, such as
`page(id: 1) | ... on NewsPage | cover`. If the type can hide nothing, say why in
`WITHOUT_STATE` of `tests/graphql/walk/reach.py`.
"""
KEYS: dict[Planter, list[str]] = {}
for _key, _found in sorted(PLANTERS.items()):
    for _planter in _found:
        KEYS.setdefault(_planter, []).append(_key)
each_planter = pytest.mark.parametrize(
    "plant", KEYS, ids=[" ".join(keys) for keys in KEYS.values()]
)


def schema():
    return get_schema().graphql_schema


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker) -> Iterator[Mapping[Planter, Planted]]:
    """Plant everything once, all of it public, in a database of its own."""
    everything: dict[Planter, Planted] = {}

    def plant() -> None:
        world = World(make_site_tree())
        for planter in KEYS:
            everything[planter] = planter(world)

    roomy = override_settings(CMS_API={**settings.CMS_API, **UNLIMITED})
    with (
        django_db_blocker.unblock(),
        filled_database("walk", plant) as name,
        working_on(name),
        roomy,
    ):
        yield everything


def answers(found: Planted) -> Iterator[tuple[str, str]]:
    for path in found.paths:
        query = query_for(path, schema())
        text = ask(query).text
        assert '"errors"' not in text, f"{query}\n{text}"
        yield query, text


@each_planter
def test_what_is_public_is_shown_behind(planted, db, plant):
    for query, text in answers(planted[plant]):
        assert planted[plant].mark in text, f"{query}\n{text}"


@each_planter
def test_what_is_hidden_is_not_shown_behind(planted, db, subtests, plant):
    found = planted[plant]
    for state, hide in states_of(type(found.target)).items():
        with subtests.test(state=state), transaction.atomic():
            hide(found.target)
            for query, text in answers(found):
                assert found.mark not in text, f"{query}\n{text}"
            transaction.set_rollback(True)


def test_every_field_that_can_lead_to_something_hidden_has_a_planter():
    missing = set(reach.fields_to_cover(schema())) - set(PLANTERS)

    assert not missing, HOW_TO.format(", ".join(sorted(missing)))


def test_every_planter_is_for_a_field_that_is_there():
    assert set(PLANTERS) <= set(reach.fields_to_cover(schema()))


def test_each_field_is_on_a_path_of_its_planter(planted):
    off_the_path = [
        key
        for plant, keys in KEYS.items()
        for key in keys
        if not any(
            re.search(rf"\b{key.split('.')[1]}\b", query_for(path, schema()))
            for path in planted[plant].paths
        )
    ]

    assert off_the_path == []


def test_what_is_excused_from_hiding_leads_nowhere():
    excused = {name: schema().type_map.get(name) for name in reach.WITHOUT_STATE}
    leading = {
        f"{name}.{field}"
        for name, kind in excused.items()
        if kind is not None
        for field, found in kind.fields.items()
        if reach.can_be_hidden(get_named_type(found.type), schema())
    }

    assert reach.stale_reasons(schema()) == set()
    assert leading == set()
