"""The embedded PostgreSQL of the bench: one server, one database for each size."""

import hashlib
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from benchmarks.sizes import Sizes
from cms.launch.database import embedded_url

ROOT: Final = Path(__file__).resolve().parent.parent
DATA_DIR: Final = ROOT / "var" / "postgres-bench"
MIGRATIONS: Final = ("*/migrations/0*.py", "cms/*/migrations/0*.py")


def server_url() -> str:
    """Start the server, or find it running; it stops with its last user."""
    return embedded_url(DATA_DIR)


def database_url(sizes: Sizes) -> str:
    """Return the address of the database that is for content of these sizes."""
    return _named(server_url(), sizes.database)


def is_built(sizes: Sizes) -> bool:
    """Say whether the database holds content of exactly these sizes."""
    return _noted(sizes)[:1] == (sizes.stamp,)


def is_migrated(sizes: Sizes) -> bool:
    """Say whether no migration came or went since the content was built."""
    return _noted(sizes)[1:] == (migrations(),)


def migrations() -> str:
    """Return a digest of all migrations of this code."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in MIGRATIONS for path in ROOT.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _noted(sizes: Sizes) -> tuple[str, ...]:
    try:
        with psycopg.connect(database_url(sizes), connect_timeout=5) as connection:
            found = connection.execute("SELECT sizes, migrations FROM benchmark_stamp")
            return tuple(found.fetchone() or ())
    except psycopg.Error:  # no such database, or one whose building was interrupted
        return ()


def make_empty(sizes: Sizes) -> None:
    """Put an empty database in place of what is there."""
    name = sql.Identifier(sizes.database)
    with psycopg.connect(server_url(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name)
        )
        connection.execute(sql.SQL("CREATE DATABASE {}").format(name))


def write_stamp(sizes: Sizes) -> None:
    """Note in the database what it holds."""
    with psycopg.connect(database_url(sizes)) as connection:
        connection.execute("DROP TABLE IF EXISTS benchmark_stamp")
        connection.execute("CREATE TABLE benchmark_stamp (sizes text, migrations text)")
        noted = [sizes.stamp, migrations()]
        connection.execute("INSERT INTO benchmark_stamp VALUES (%s, %s)", noted)


def _named(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))
