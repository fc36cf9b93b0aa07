"""PostgreSQL's client programs: which ones fit the server, and running them."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from cms.launch.errors import LaunchError
from cms.launch.programs import programs_dir
from cms.operations.errors import OperationError

NEEDED: Final = ("pg_dump", "pg_restore", "psql")


def server_version() -> int:
    """Return the server's major version."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
        return int(cursor.fetchone()[0])


@dataclass(frozen=True)
class ClientPrograms:
    """A directory with client programs that fit the server."""

    directory: Path

    @classmethod
    def find(cls) -> "ClientPrograms":
        """Return the oldest ones that are not older than the server."""
        server = server_version()
        found = {_version(directory): directory for directory in _candidates()}
        fitting = [version for version in found if version >= server]
        if fitting:
            return cls(found[min(fitting)])
        versions = ", ".join(map(str, found)) or "none"
        raise OperationError(
            f"The database is PostgreSQL {server}: put pg_dump, pg_restore and psql of "
            f"version {server} or newer into PATH (found: {versions})."
        )

    def run(self, program: str, *words: str) -> None:
        """Run a program on our database; its failure is told with its own reason."""
        done = subprocess.run(
            [self.directory / program, *words],
            env={**os.environ, **_environment()},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise OperationError(f"{program} failed: {_reason(done.stderr)}")


def _candidates() -> Iterator[Path]:
    found = shutil.which("pg_dump")
    if found and all((Path(found).parent / name).exists() for name in NEEDED):
        yield Path(found).parent
    with suppress(LaunchError):
        yield programs_dir()


def _version(directory: Path) -> int:
    told = subprocess.run(
        [directory / "pg_dump", "--version"],
        capture_output=True,
        text=True,
        check=False,
    )
    number = re.search(r"(\d+)(\.|$|[a-z])", told.stdout)
    return int(number[1]) if number else 0


def _environment() -> dict[str, str]:
    settings = connection.settings_dict
    _, extra = DatabaseClient.settings_to_cmd_args_env(settings, [])
    named = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGDATABASE": settings["NAME"],
    }
    return {
        **{name: str(value) for name, value in named.items() if value},
        **(extra or {}),
    }


def _reason(errors: str) -> str:
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    told = [line for line in lines if "error:" in line.lower() or "FATAL:" in line]
    return (told or lines or ["it gave no reason"])[0]
