"""The schema of the last release: the measure for what may change."""

import re
import tomllib
from pathlib import Path

from django.conf import settings

from cms.graphql import snapshot
from cms.graphql.schema_changes import SchemaChanges, compare

HEADER = """\
# The API of Municipia {version}, against which changes are checked.
# Written by `make release-schema` at a release; do not edit.

"""
VERSION = re.compile(r"# The API of Municipia (\d+)\.(\d+)\.(\d+)\b")


class ReleaseError(Exception):
    """The schema cannot be that of the release it is said to be."""


def released_path() -> Path:
    """Return where the schema of the last release is kept."""
    return Path(settings.BASE_DIR) / "schema.released.graphql"


def changes_since_release() -> SchemaChanges:
    """Compare today's schema with that of the last release."""
    return compare(released_path().read_text(), snapshot.current())


def write_release() -> str:
    """Keep today's schema as that of the version that is released; return the version.

    A schema that breaks queries needs a new major version, in 0.x a new minor one.
    """
    version = project_version()
    path = released_path()
    before = VERSION.match(path.read_text()) if path.exists() else None
    if before and not _may_break(before[0].rpartition(" ")[2], version):
        breaking = changes_since_release().breaking
        if breaking:
            sentences = "\n".join(f"- {sentence}" for sentence in breaking)
            raise ReleaseError(
                "This breaks queries in use, which only a new major version may "
                f"(in 0.x a minor one); pyproject.toml says {version}.\n{sentences}"
            )
    schema = snapshot.current().removeprefix(snapshot.HEADER)
    path.write_text(HEADER.format(version=version) + schema)
    return version


def project_version() -> str:
    """Return the version in pyproject.toml."""
    project = tomllib.loads((Path(settings.BASE_DIR) / "pyproject.toml").read_text())
    version: str = project["project"]["version"]
    return version


def _may_break(before: str, now: str) -> bool:
    """Say whether a version is newer in the number that promises compatibility."""
    old, new = (tuple(map(int, version.split("."))) for version in (before, now))
    return new[:1] > old[:1] if new[0] else new[:2] > old[:2]
