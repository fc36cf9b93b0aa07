"""The committed schema: what frontends generate their code from."""

import difflib
from pathlib import Path

from django.conf import settings

from cms.graphql.schema import get_schema

HEADER = "# Written by `make schema`; do not edit.\n\n"


def snapshot_path() -> Path:
    """Return where the schema is kept."""
    return Path(settings.BASE_DIR) / "schema.graphql"


def current() -> str:
    """Return the schema as it is now, in GraphQL's schema definition language."""
    return f"{HEADER}{get_schema()}\n"


def difference() -> str:
    """Return what differs from the committed schema; empty where nothing does."""
    path = snapshot_path()
    committed = path.read_text() if path.exists() else ""
    lines = difflib.unified_diff(
        committed.splitlines(),
        current().splitlines(),
        "committed",
        "current",
        lineterm="",
    )
    return "\n".join(lines)
