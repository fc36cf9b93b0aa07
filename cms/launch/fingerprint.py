"""Tells whether the database was prepared for exactly this code and configuration.

Preparing takes seconds, most starts have nothing to prepare. The fingerprint is kept in
the database itself, so that another database, or a restored one, is prepared again.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import psycopg

SUFFIXES: Final = (".py", ".po", ".yaml", ".html", ".txt", ".env")
LEFT_OUT: Final = ("var", "tests", "docs", "__pycache__")
VARIABLES: Final = (
    "PUBLIC_URL",
    "CONTENT_LANGUAGES",
    "LANGUAGE_FALLBACKS",
    "TIME_ZONE",
)
QUESTION: Final = "SELECT 1 FROM operations_preparation WHERE fingerprint = %s"


def fingerprint(root: Path, environment: Mapping[str, str]) -> str:
    """Return a digest of the code's files, by name, size and date, and its settings."""
    digest = hashlib.sha256()
    for path in sorted(_files(root)):
        status = path.stat()
        line = f"{path.relative_to(root)} {status.st_size} {status.st_mtime_ns}\n"
        digest.update(line.encode())
    for name in VARIABLES:
        digest.update(f"{name}={environment.get(name, '')}\n".encode())
    return digest.hexdigest()


def is_prepared(url: str, fingerprint: str) -> bool:
    """Say whether the database was last prepared under this fingerprint."""
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            return connection.execute(QUESTION, [fingerprint]).fetchone() is not None
    except psycopg.Error:  # no table yet, or no database: `prepare` explains it
        return False


def _files(root: Path) -> Iterator[Path]:
    for directory, names, files in os.walk(root):
        names[:] = [name for name in names if _counts(name)]
        for name in files:
            if name.endswith(SUFFIXES):
                yield Path(directory, name)


def _counts(directory: str) -> bool:
    return directory not in LEFT_OUT and not directory.startswith(".")
