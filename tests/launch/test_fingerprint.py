"""A start prepares the database when something changed, and only then."""

import os
from pathlib import Path

import pytest
from django.db import connection

from cms.launch.fingerprint import fingerprint, is_prepared

SETTINGS = {"PUBLIC_URL": "http://127.0.0.1:8000"}


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A small repository."""
    for name in ("cms/models.py", "var/log.py", ".venv/lib.py", "tests/test_a.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("first")
    return tmp_path


def test_the_same_code_and_settings_have_the_same_fingerprint(code: Path) -> None:
    assert fingerprint(code, SETTINGS) == fingerprint(code, dict(SETTINGS))


@pytest.mark.parametrize("name", ["cms/models.py", "cms/new.py", ".env"])
def test_a_changed_file_changes_it(code: Path, name: str) -> None:
    before = fingerprint(code, SETTINGS)

    (code / name).write_text("second")

    assert fingerprint(code, SETTINGS) != before


def test_an_older_copy_of_a_file_changes_it(code: Path) -> None:
    before = fingerprint(code, SETTINGS)

    os.utime(code / "cms/models.py", (1, 1))

    assert fingerprint(code, SETTINGS) != before


@pytest.mark.parametrize("name", ["var/log.py", ".venv/lib.py", "tests/test_a.py"])
def test_what_does_not_run_does_not_change_it(code: Path, name: str) -> None:
    before = fingerprint(code, SETTINGS)

    (code / name).write_text("second")

    assert fingerprint(code, SETTINGS) == before


def test_another_address_changes_it(code: Path) -> None:
    other = {"PUBLIC_URL": "http://127.0.0.1:9000"}

    assert fingerprint(code, SETTINGS) != fingerprint(code, other)


def test_a_database_that_is_not_there_is_not_prepared() -> None:
    assert not is_prepared("postgresql://nobody@127.0.0.1:9/nothing", "abc")


def test_a_database_without_tables_is_not_prepared(
    django_db_setup: None, django_db_blocker
) -> None:
    settings = connection.settings_dict
    host, port = settings["HOST"].replace("/", "%2F"), settings["PORT"] or 5432
    url = f"postgresql://{settings['USER']}:{settings['PASSWORD']}@{host}:{port}"

    assert not is_prepared(f"{url}/postgres", "abc")
