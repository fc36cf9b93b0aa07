"""Databases of their own for tests that share something that takes long to make."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection
from psycopg import sql


@pytest.fixture(scope="module")
def own_database(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """A database for a module whose tests commit: Django empties it after each.

    The one that other tests share would lack what migrations put there.
    """
    with (
        django_db_blocker.unblock(),
        filled_database("own", lambda: None) as name,
        working_on(name),
    ):
        yield


@contextmanager
def filled_database(
    suffix: str, fill: Callable[[], object], original: str = ""
) -> Iterator[str]:
    """Copy the migrated database, or another, fill the copy, drop it in the end."""
    settings = connection.settings_dict
    name = f"{original or settings['NAME']}_{suffix}"
    original = original or settings["TEST"]["TEMPLATE"]
    connection.close()
    copy_database(original, name)
    with working_on(name):
        fill()
    yield name
    drop_database(name)


@contextmanager
def fresh_database(suffix: str) -> Iterator[str]:
    """Make a database in which there is nothing, not even a table; drop it then."""
    name = f"{connection.settings_dict['NAME']}_{suffix}"
    create_database(name)
    yield name
    drop_database(name)


@contextmanager
def working_on(name: str) -> Iterator[None]:
    """Let Django work on a database instead of the empty one."""
    empty = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = empty


def create_database(name: str) -> None:
    """Make an empty database in the place of the one of this name."""
    drop_database(name)
    _execute("CREATE DATABASE {}", name)


def copy_database(original: str, name: str) -> None:
    """Copy a database, to which nobody may be connected."""
    drop_database(name)
    _execute("CREATE DATABASE {} TEMPLATE {}", name, original)


def drop_database(name: str) -> None:
    """Drop a database, if there is one of this name."""
    _execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _execute(statement: str, *names: str) -> None:
    """Run a statement about databases, outside all of them."""
    with outside_of_all() as outside:
        outside.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def outside_of_all() -> psycopg.Connection:
    """Connect to the server, to none of the tests' databases."""
    place = {**connection.get_connection_params(), "dbname": "postgres"}
    place = {
        key: place[key]
        for key in ("host", "port", "user", "password", "dbname")
        if place.get(key)
    }
    return psycopg.connect(**place, autocommit=True)
