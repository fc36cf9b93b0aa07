"""The embedded PostgreSQL of the bench: one server, one database for each size."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from benchmarks.sizes import Sizes
from cms.launch.database import embedded_url

ROOT: Final = Path(__file__).resolve().parent.parent
DATA_DIR: Final = ROOT / "var" / "postgres-bench"
WRITE_STAMP: Final = (
    "CREATE TABLE IF NOT EXISTS benchmark_stamp (stamp text)",
    "DELETE FROM benchmark_stamp",
)


def server_url() -> str:
    """Start the server, or find it running; it stops with its last user."""
    return embedded_url(DATA_DIR)


def database_url(sizes: Sizes) -> str:
    """Return the address of the database that is for content of these sizes."""
    return _named(server_url(), sizes.database)


def is_built(sizes: Sizes) -> bool:
    """Say whether the database holds content of exactly these sizes."""
    try:
        with psycopg.connect(database_url(sizes), connect_timeout=5) as connection:
            row = connection.execute("SELECT stamp FROM benchmark_stamp").fetchone()
    except psycopg.Error:  # no such database, or one whose building was interrupted
        return False
    return row is not None and row[0] == sizes.stamp


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
        for statement in WRITE_STAMP:
            connection.execute(statement)
        connection.execute("INSERT INTO benchmark_stamp VALUES (%s)", [sizes.stamp])


def _named(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))
