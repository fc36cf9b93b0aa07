"""Small questions, and the keys of their answers without those that all have."""

from collections.abc import Callable, Iterable
from typing import Any

from cms.graphql.dependencies.keys import Key
from cms.graphql.dependencies.notes import Dependencies
from cms.graphql.dependencies.rows import FACTS
from tests.graphql.dependencies.questions import Question
from tests.graphql.dependencies.recording import recording


def depends_on(query: str) -> Dependencies:
    """Return what the answer to a query depends on."""
    return Question("small", query, {}).ask()[1]


def keys(query: str) -> set[str]:
    """Return the keys of a query's answer; what a gate reads is always among them."""
    found = depends_on(query).keys
    assert found.issuperset(FACTS)
    return set(map(str, found.difference(FACTS)))


def touched(change: Callable[[], Any]) -> set[str]:
    """Return the keys that a change touches."""
    with recording() as changes:
        change()
    return texts(changes.touched)


def texts(found: Iterable[Key]) -> set[str]:
    """Return keys as texts."""
    return set(map(str, found))
