"""A backup brings everything back; what is no backup changes nothing."""

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection

from cms.operations.backups import programs
from cms.operations.backups.media import STAGING
from cms.operations.backups.programs import ClientPrograms, server_version
from cms.operations.backups.service import LEFT_OUT
from cms.operations.errors import OperationError

Rows = list[tuple[int, str]]
ROWS: Rows = [(1, "Straße"), (2, "Κιλκίς"), (3, "O'Neill; DROP TABLE towns; --")]
FILES = {"original/a.png": b"\x89PNG\0", "documents/é/b.pdf": b"%PDF"}
MANIFEST = {
    "created_at": "2026-01-02T03:04:05+00:00",
    "postgresql": 0,
    "migrations": [],
    "has_media": True,
    "format": 1,
}


@pytest.fixture
def media(settings, tmp_path: Path) -> Path:
    """A directory for the media of this test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    assert Path(default_storage.location) == tmp_path / "media"
    for name, content in FILES.items():
        path = tmp_path / "media" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    return tmp_path / "media"


@pytest.fixture
def towns(empty_database: str) -> None:
    """A database with three towns."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE towns (id int PRIMARY KEY, name text)")
        cursor.executemany("INSERT INTO towns VALUES (%s, %s)", ROWS)


@pytest.fixture
def backup(towns: None, media: Path, tmp_path: Path) -> Path:
    """A backup of the three towns and two files."""
    path = tmp_path / "backup.tar.gz"
    call_command("backup", path, verbosity=0)
    return path


def rows() -> Rows:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM towns ORDER BY id")
        return cursor.fetchall()


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in found}


def change_everything(media: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE towns SET name = 'changed'")
        cursor.execute("CREATE TABLE later (id int)")
    (media / "original/a.png").write_bytes(b"changed")
    (media / "later.txt").write_text("later")


def test_a_backup_brings_back_the_same_rows_and_files(
    backup: Path, media: Path
) -> None:
    change_everything(media)

    call_command("restore", backup, force=True)

    assert rows() == ROWS
    assert files(media) == FILES
    assert connection.introspection.table_names() == ["towns"]


def test_a_backup_fills_an_empty_installation(backup: Path, media: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE towns")
    for name in FILES:
        (media / name).unlink()

    call_command("restore", backup)

    assert rows() == ROWS
    assert files(media) == FILES


def test_nobody_is_signed_in_after_a_restore(
    towns: None, media: Path, tmp_path: Path
) -> None:
    with connection.cursor() as cursor:
        for table in LEFT_OUT:
            cursor.execute(f"CREATE TABLE {table} (key text)")
            cursor.execute(f"INSERT INTO {table} VALUES ('a key that is used')")
    call_command("backup", tmp_path / "b.tar.gz", verbosity=0)
    call_command("restore", tmp_path / "b.tar.gz", force=True)

    assert rows() == ROWS
    with connection.cursor() as cursor:
        for table in LEFT_OUT:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone() == (0,)


def test_the_tables_that_a_backup_leaves_out_are_there(db: None) -> None:
    assert set(LEFT_OUT) <= set(connection.introspection.table_names())


def test_content_is_replaced_by_force_only(backup: Path, media: Path) -> None:
    change_everything(media)

    with pytest.raises(OperationError, match=r"holds 2 tables.*--force"):
        call_command("restore", backup)

    assert rows()[0] == (1, "changed")
    assert files(media)["later.txt"] == b"later"


def test_files_without_a_database_are_content_too(backup: Path, media: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE towns")

    with pytest.raises(OperationError, match=r"holds media files.*--force"):
        call_command("restore", backup)


def test_nobody_else_may_read_a_backup(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600


def test_an_earlier_backup_is_not_overwritten(backup: Path) -> None:
    with pytest.raises(OperationError, match="exists already; name a new file"):
        call_command("backup", backup)


def test_a_backup_needs_its_directory(towns: None, media: Path, tmp_path: Path) -> None:
    with pytest.raises(OperationError, match="nowhere is no directory; make it"):
        call_command("backup", tmp_path / "nowhere" / "b.tar.gz")


def archive(path: Path, *members: tuple[str, bytes], **manifest: object) -> Path:
    told = {**MANIFEST, "postgresql": server_version(), **manifest}
    with tarfile.open(path, "w:gz") as made:
        for name, content in (("manifest.json", json.dumps(told).encode()), *members):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            made.addfile(member, io.BytesIO(content))
    return path


def cut_off(backup: Path) -> Path:
    backup.write_bytes(backup.read_bytes()[:-100])
    return backup


def flip_a_bit(backup: Path) -> Path:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    return backup


def no_archive(backup: Path) -> Path:
    backup.write_text("This is no archive.")
    return backup


def no_dump(backup: Path) -> Path:
    return archive(backup, ("media/a.png", b"png"))


def no_sql(backup: Path) -> Path:
    return archive(backup, ("database.dump", b"PGDMP or not"))


def leading_out(backup: Path) -> Path:
    return archive(backup, ("database.dump", b""), ("media/../../out", b"out"))


def absolute(backup: Path) -> Path:
    return archive(backup, ("/tmp/out", b"out"))


def unknown_member(backup: Path) -> Path:
    return archive(backup, ("settings.py", b"SECRET_KEY = 1"))


def link(backup: Path) -> Path:
    archive(backup)
    member = tarfile.TarInfo("media/link")
    member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(backup, "w:gz") as made:
        text = json.dumps(MANIFEST).encode()
        first = tarfile.TarInfo("manifest.json")
        first.size = len(text)
        made.addfile(first, io.BytesIO(text))
        made.addfile(member)
    return backup


def newer_server(backup: Path) -> Path:
    return archive(backup, ("database.dump", b""), postgresql=99)


def newer_code(backup: Path) -> Path:
    return archive(backup, ("database.dump", b""), migrations=["operations.0999_later"])


def other_format(backup: Path) -> Path:
    return archive(backup, ("database.dump", b""), format=2)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut_off, "is no complete backup"),
        (flip_a_bit, "is no complete backup"),
        (no_archive, "is no complete backup"),
        (no_dump, "is no complete backup"),
        (no_sql, "pg_restore failed"),
        (leading_out, "which no backup contains"),
        (absolute, "which no backup contains"),
        (unknown_member, "unknown to backups"),
        (link, "which no backup contains"),
        (newer_server, "comes from PostgreSQL 99"),
        (newer_code, "knows the migration operations.0999_later"),
        (other_format, "has the format 2"),
        (lambda backup: backup.with_name("none"), "No such file"),
    ],
)
def test_what_is_no_backup_of_ours_changes_nothing(
    backup: Path, media: Path, spoil: Callable[[Path], Path], sentence: str
) -> None:
    bad = spoil(backup)

    with pytest.raises(OperationError, match=sentence) as failure:
        call_command("restore", bad, force=True)

    assert "\n" not in str(failure.value)
    assert rows() == ROWS
    assert files(media) == FILES
    assert not (media / STAGING).exists()
    assert not (media.parent.parent / "out").exists()


def test_a_restore_that_fails_half_way_changes_nothing(
    backup: Path, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = ClientPrograms.run

    def run_and_spoil(self: ClientPrograms, program: str, *words: str) -> None:
        run(self, program, *words)
        script = next(Path(word[7:]) for word in words if word.startswith("--file="))
        if program == "pg_restore":
            script.write_text(script.read_text() + "SELECT 1 / 0;\n")

    monkeypatch.setattr(ClientPrograms, "run", run_and_spoil)
    change_everything(media)

    with pytest.raises(OperationError, match="division by zero"):
        call_command("restore", backup, force=True)

    assert rows()[0] == (1, "changed")
    assert files(media)["later.txt"] == b"later"


def test_a_database_in_use_is_left_alone(
    backup: Path, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cms.operations.backups import service
    from cms.operations.connections import connection_outside_pool

    quick = service.EMPTY_THE_DATABASE.replace("10s", "100ms")
    monkeypatch.setattr(service, "EMPTY_THE_DATABASE", quick)
    change_everything(media)
    reader = connection_outside_pool()
    with reader.cursor() as cursor:
        cursor.execute("BEGIN; SELECT * FROM towns")

        with pytest.raises(OperationError, match="stop web, worker and scheduler"):
            call_command("restore", backup, force=True)
    reader.close()

    assert rows()[0] == (1, "changed")
    assert files(media)["later.txt"] == b"later"


def test_client_programs_that_are_too_old_are_told(
    towns: None, media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in programs.NEEDED:
        (tmp_path / name).write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.1'\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(programs, "programs_dir", lambda: tmp_path)

    with pytest.raises(OperationError, match=r"version \d+ or newer.*found: 9\)"):
        call_command("backup", tmp_path / "new.tar.gz")

    assert not (tmp_path / "new.tar.gz").exists()
