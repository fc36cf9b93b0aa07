"""The released schema is kept, and only a major version replaces its promises."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.graphql import release, snapshot

SCHEMA = "type Query {\n  news: String\n  old: String\n}\n"
WITHOUT = "type Query {\n  news: String\n}\n"


@pytest.fixture
def repository(tmp_path, settings, monkeypatch):
    """A folder with a version and a released schema; its API is what is set."""
    settings.BASE_DIR = tmp_path

    def make(*, released: str, version: str, schema: str) -> None:
        (tmp_path / "pyproject.toml").write_text(f'[project]\nversion = "{version}"\n')
        header = release.HEADER.format(version=released)
        (tmp_path / "schema.released.graphql").write_text(header + SCHEMA)
        monkeypatch.setattr(snapshot, "current", lambda: snapshot.HEADER + schema)

    return make


def run(command: str) -> str:
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


def test_the_committed_schema_breaks_nothing_that_was_released():
    assert release.changes_since_release().breaking == ()


def test_a_break_is_named_with_what_to_do(repository):
    repository(released="1.0.0", version="1.0.0", schema=WITHOUT)

    with pytest.raises(CommandError) as failure:
        run("check_schema_changes")

    assert "- Query.old was removed. Put it back and deprecate it" in str(failure.value)
    assert "make release-schema" in str(failure.value)


def test_what_may_surprise_is_told_and_passes(repository):
    added = SCHEMA.replace("news", "news(first: Int)")
    repository(released="1.0.0", version="1.0.0", schema=added)

    said = run("check_schema_changes")

    assert "May surprise: An optional arg first on Query.news was added." in said


@pytest.mark.parametrize("version", ["1.4.0", "1.4.1", "1.5.0", "1.3.0"])
def test_a_version_below_the_next_major_one_may_not_break(repository, version):
    repository(released="1.4.0", version=version, schema=WITHOUT)

    with pytest.raises(CommandError, match=r"only a new major version may"):
        run("release_schema")

    assert "old" in release.released_path().read_text()


@pytest.mark.parametrize(
    ("released", "version"),
    [("1.4.0", "2.0.0"), ("0.4.9", "0.5.0"), ("0.4.0", "1.0.0")],
)
def test_a_major_version_may_break(repository, released, version):
    repository(released=released, version=version, schema=WITHOUT)

    run("release_schema")

    assert (
        run("check_schema_changes")
        == "Nothing in schema.released.graphql was broken.\n"
    )
    assert release.released_path().read_text() == (
        release.HEADER.format(version=version) + WITHOUT
    )


def test_a_release_that_only_adds_needs_no_major_version(repository):
    added = SCHEMA.replace("news", "new: String\n  news")
    repository(released="1.4.0", version="1.4.1", schema=added)

    run("release_schema")

    assert "new: String" in release.released_path().read_text()
