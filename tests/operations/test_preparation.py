"""Preparing brings an installation to the state the code expects, and no further."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from wagtail.models import Site

from cms.launch.fingerprint import is_prepared
from cms.operations import preparation, static_files
from cms.operations.connections import lock_of_one
from cms.operations.errors import OperationError
from cms.operations.models import Preparation
from cms.operations.preparation import follow_public_url, prepare
from tests.fixtures import SiteTree

SILENTLY = [].append


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the steps instead of taking them."""
    taken: list[str] = []

    def note(name: str):
        return lambda *words, **options: taken.append(name)

    names = ("migrate", "update_sort_keys", "load_demo_once")
    for name in (*names, "compile_catalogues", "collect_static"):
        monkeypatch.setattr(preparation, name, note(name))
    return taken


def test_the_site_follows_public_url(settings, site_tree: SiteTree) -> None:
    settings.PUBLIC_URL = "https://cms.example.org"

    follow_public_url(SILENTLY)

    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("cms.example.org", 443)
    assert site.root_url == "https://cms.example.org"


def test_a_port_of_ones_own_is_followed_too(settings, site_tree: SiteTree) -> None:
    settings.PUBLIC_URL = "http://127.0.0.1:8123"

    follow_public_url(SILENTLY)

    assert Site.objects.get().root_url == "http://127.0.0.1:8123"


def test_a_site_that_is_right_is_not_written(
    settings, site_tree: SiteTree, django_assert_num_queries
) -> None:
    settings.PUBLIC_URL = "http://cms.test"

    with django_assert_num_queries(1):
        follow_public_url(SILENTLY)


def test_demo_content_stays_out_of_production(db: None, steps: list[str]) -> None:
    call_command("prepare")

    assert steps == [
        *("migrate", "update_sort_keys"),
        *("compile_catalogues", "collect_static"),
    ]


def test_development_may_do_without_demo_content(
    db: None, settings, steps: list[str]
) -> None:
    settings.ENVIRONMENT = "development"

    call_command("prepare", no_demo=True)
    assert "load_demo_once" not in steps

    call_command("prepare")
    assert "load_demo_once" in steps


def test_two_at_once_do_not_meet(db: None, steps: list[str]) -> None:
    with lock_of_one("prepare"), pytest.raises(OperationError, match="Another"):
        prepare(SILENTLY, with_demo=False)

    assert steps == []


def test_what_was_prepared_is_noted_at_the_very_end(
    committed: None, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*words: object) -> None:
        raise CommandError("The disk is full.")

    url = _url()
    prepare(SILENTLY, with_demo=False, fingerprint="first")
    assert is_prepared(url, "first")

    monkeypatch.setattr(preparation, "collect_static", fail)
    with pytest.raises(CommandError):
        prepare(SILENTLY, with_demo=False, fingerprint="second")

    assert not is_prepared(url, "first")
    assert not is_prepared(url, "second")
    Preparation.objects.all().delete()


def test_static_files_are_collected_once(settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = str(tmp_path / "static")
    settings.STATICFILES_DIRS = [tmp_path / "ours"]
    settings.STATICFILES_FINDERS = [
        "django.contrib.staticfiles.finders.FileSystemFinder"
    ]
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "site.css").write_text("a {}")
    assert not static_files.are_current()

    static_files.collect()
    assert static_files.are_current()
    assert (tmp_path / "static" / "site.css").exists()

    (tmp_path / "ours" / "site.css").write_text("a { color: black }")
    assert not static_files.are_current()


def _url() -> str:
    settings = connection.settings_dict
    host, port = settings["HOST"].replace("/", "%2F"), settings["PORT"] or 5432
    user = f"{settings['USER']}:{settings['PASSWORD']}"
    return f"postgresql://{user}@{host}:{port}/{settings['NAME']}"
