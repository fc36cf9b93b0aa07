"""Connections of one's own: lost ones, and ones that hold a lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import InterfaceError, OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

CONNECTION_ERRORS: Final = (OperationalError, InterfaceError)
RETRY_SECONDS: Final = 2.0
TAKE: Final = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
PROBE: Final = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))"


def is_lost(error: BaseException) -> bool:
    """Say whether the error means that the database went away."""
    return isinstance(error, CONNECTION_ERRORS) and not connection.is_usable()


def take_lock(name: str, on: BaseDatabaseWrapper = connection) -> bool:
    """Take the lock of this name until the connection ends, or say it is taken."""
    return bool(_ask(on, TAKE, name))


def is_lock_free(name: str) -> bool:
    """Say whether nobody holds the lock; it is ours then till the transaction ends."""
    return bool(_ask(connection, PROBE, name))


def connection_outside_pool() -> BaseDatabaseWrapper:
    """Return a connection that truly ends when it is closed."""
    own = connection.copy()
    own.settings_dict["OPTIONS"].pop("pool", None)
    return own


@contextmanager
def lock_of_one(name: str) -> Iterator[BaseDatabaseWrapper | None]:
    """Hold the lock on a connection of its own, or give nothing when it is taken."""
    own = connection_outside_pool()
    try:
        yield own if take_lock(name, own) else None
    finally:
        own.close()


def _ask(on: BaseDatabaseWrapper, question: str, name: str) -> object:
    with on.cursor() as cursor:
        cursor.execute(question, [f"municipia:{name}"])
        return cursor.fetchone()[0]
