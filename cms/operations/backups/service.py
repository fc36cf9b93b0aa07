"""Backing up and restoring, the database first and the media with it."""

import shutil
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Final

from django.db import connection

from cms.operations.backups import archive
from cms.operations.backups.manifest import Manifest
from cms.operations.backups.media import media_files, media_root, staging, swap
from cms.operations.backups.programs import ClientPrograms
from cms.operations.configuration import check_database
from cms.operations.errors import OperationError

Tell = Callable[[str], None]
BEGINNING_LINES: Final = 50
NEWER_SETTINGS: Final = (b"SET transaction_timeout = 0;",)  # since PostgreSQL 17
# Whoever reads a backup could use or follow them; nobody misses them after a restore.
LEFT_OUT: Final = ("django_session", "usersessions_usersession", "previews_preview")
EMPTY_THE_DATABASE: Final = """
SET lock_timeout = '10s';
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
"""


def back_up(path: Path, tell: Tell) -> None:
    """Write database and media into one new file."""
    check_database()
    if path.exists():
        raise OperationError(f"{path} exists already; name a new file.")
    if not path.parent.is_dir():
        raise OperationError(f"{path.parent} is no directory; make it first.")
    programs, root = ClientPrograms.find(), media_root()
    with tempfile.TemporaryDirectory() as place:
        dump = Path(place, archive.DUMP)
        tell("Dumping the database …")
        # The media follow later: a file that the dump names is there then.
        programs.run(
            *("pg_dump", "--format=custom", "--no-owner", "--no-privileges"),
            *(f"--exclude-table-data=public.{table}" for table in LEFT_OUT),
            f"--file={dump}",
        )
        tell("Packing database and media …" if root else "Packing the database …")
        manifest = Manifest.of_this_installation(has_media=root is not None)
        count = archive.write(path, manifest, dump, root)
    tell(f"{path} holds the database and {count} media files.")


def restore(path: Path, tell: Tell, *, force: bool) -> None:
    """Bring back what a backup holds; until all of it is checked nothing changes."""
    check_database()
    programs, root = ClientPrograms.find(), media_root()
    if not force:
        check_empty(root)
    with tempfile.TemporaryDirectory() as place:
        dump = Path(place, archive.DUMP)
        tell(f"Reading {path} …")
        if root is None:
            archive.unpack(path, dump, None).check_fits()
            restore_database(programs, dump, tell)
            return
        with staging(root) as staged:
            manifest = archive.unpack(path, dump, staged)
            manifest.check_fits()
            restore_database(programs, dump, tell)
            if manifest.has_media:
                tell("Putting the media in place …")
                swap(root, staged)
    tell("Restored; run `python manage.py prepare` before the next start.")


def check_empty(root: Path | None) -> None:
    """Refuse to overwrite what is there."""
    tables = connection.introspection.table_names()
    files = next(media_files(root), None) if root else None
    if tables or files:
        there = f"The database holds {len(tables)} tables"
        if not tables:
            there = f"{root} holds media files"
        raise OperationError(
            f"{there}: restore into an empty installation, or replace all of it "
            "with --force."
        )


def restore_database(programs: ClientPrograms, dump: Path, tell: Tell) -> None:
    """Replace everything in the database, in one transaction."""
    tell("Restoring the database …")
    emptying, script = dump.with_name("empty.sql"), dump.with_name("restore.sql")
    emptying.write_text(EMPTY_THE_DATABASE)
    programs.run(
        *("pg_restore", "--no-owner", "--no-privileges", "--no-comments"),
        *(f"--file={script}", str(dump)),
    )
    forget_newer_settings(script)
    connection.close()  # our own locks would stand in the way
    try:
        programs.run(
            *("psql", "--no-psqlrc", "--quiet", "--single-transaction"),
            *("--set=ON_ERROR_STOP=1", "--output=/dev/null"),
            *(f"--file={emptying}", f"--file={script}"),
        )
    except OperationError as error:
        if "lock timeout" not in str(error):
            raise
        raise OperationError(
            "The database is in use; stop web, worker and scheduler, then restore."
        ) from error


def forget_newer_settings(script: Path) -> None:
    """Take out of a script's beginning what only servers newer than ours understand."""
    rest = script.with_name("shortened.sql")
    with script.open("rb") as source, rest.open("wb") as target:
        for line in islice(source, BEGINNING_LINES):
            if line.strip() not in NEWER_SETTINGS:
                target.write(line)
        shutil.copyfileobj(source, target)
    rest.replace(script)
