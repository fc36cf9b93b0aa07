"""The databases that tests begin with: migrated once for all workers, and then copied.

The migrated one, without a page in it, stays for the next run, which migrates it again
if code or settings changed. What a worker works on is a copy with the site tree.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Page, Site

from cms.launch.fingerprint import fingerprint
from cms.launch.locks import exclusive
from tests.fixtures import make_site_tree
from tests.own_database import (
    copy_database,
    create_database,
    drop_database,
    outside_of_all,
    working_on,
)

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "var" / "tests-database.lock"
COMMENT = (
    "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """Give this worker a copy, in the place of pytest-django's own database."""
    own = connection.settings_dict
    name = own["TEST"]["NAME"] or f"test_{own['NAME']}"
    migrated = own["TEST"]["TEMPLATE"] = f"{own['NAME']}_migrated"
    with django_db_blocker.unblock():
        with exclusive(LOCK):  # a copy can be made while nobody is connected
            migrate_what_changed(migrated)
            copy_database(migrated, name)
        with working_on(name):
            make_site_tree()
            yield
        drop_database(name)


def migrate_what_changed(name: str) -> None:
    """Make a database as the code wants it, unless it is there."""
    current = fingerprint(ROOT, os.environ)
    with outside_of_all() as outside:
        found = outside.execute(COMMENT, [name]).fetchone()
    if found == (current,):
        return
    create_database(name)
    with working_on(name):
        call_command("migrate", interactive=False, verbosity=0)
        take_welcome_page_out()
    note = sql.SQL("COMMENT ON DATABASE {} IS {}")
    with outside_of_all() as outside:
        outside.execute(note.format(sql.Identifier(name), sql.Literal(current)))


def take_welcome_page_out() -> None:
    """Leave the tree to the tests: a site of one's own is no place for the demo."""
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
