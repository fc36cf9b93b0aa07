"""The demo content in a database of its own, loaded once by the worker that needs it.

`tests/scheduling.py` sends the tests that use it to one worker. Each
runs in a transaction on top of the content; other tests keep their empty database.
"""

from collections.abc import Iterator

import pytest

from cms.demo.loader import load_demo
from cms.demo.progress import Silence
from tests.own_database import filled_database, working_on


def _load() -> None:
    load_demo(Silence(), tiny_pictures=True)


@pytest.fixture(scope="session")
def demo_database_name(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """A copy of the empty test database with the demo loaded."""
    with django_db_blocker.unblock(), filled_database("demo", _load) as name:
        yield name


@pytest.fixture(scope="module")
def demo_database(demo_database_name: str, django_db_blocker) -> Iterator[None]:
    """Let the tests of a module work on the demo."""
    with django_db_blocker.unblock(), working_on(demo_database_name):
        yield
