"""The demo content in a database of its own, loaded once by the worker that needs it.

`tests/scheduling.py` sends the tests that use it to one worker. Each
runs in a transaction on top of the content; other tests keep their empty database.
"""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from cms.demo.loader import load_demo
from cms.demo.progress import Silence


def _execute(statement: str, *names: str) -> None:
    """Run a statement about databases, outside all of them."""
    place = {**connection.get_connection_params(), "dbname": "postgres"}
    place = {
        key: place[key]
        for key in ("host", "port", "user", "password", "dbname")
        if place.get(key)
    }
    with psycopg.connect(**place, autocommit=True) as outside:
        outside.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@pytest.fixture(scope="session")
def demo_database_name(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """A copy of the empty test database with the demo loaded."""
    empty = connection.settings_dict["NAME"]
    name = f"{empty}_demo"
    with django_db_blocker.unblock():
        connection.close()
        _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        _execute("CREATE DATABASE {} TEMPLATE {}", name, empty)
        connection.settings_dict["NAME"] = name
        try:
            load_demo(Silence(), tiny_pictures=True)
        finally:
            connection.close()
            connection.settings_dict["NAME"] = empty
        yield name
        _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


@pytest.fixture(scope="module")
def demo_database(demo_database_name: str, django_db_blocker) -> Iterator[None]:
    """Let the tests of a module work on the demo."""
    empty = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
    connection.settings_dict["NAME"] = demo_database_name
    yield
    with django_db_blocker.unblock():
        connection.close()
    connection.settings_dict["NAME"] = empty
