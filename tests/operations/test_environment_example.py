"""Whoever sets the system up finds every variable in `.env.example`."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / ".env.example").read_text()
READING = re.compile(
    r"""(?:env\.[a-z_]+\(|environ(?:ment)?\.get\(|environ\[|getenv\(|_number\()
        \s*["']([A-Z_]+)["']""",
    re.VERBOSE,
)
# What a shell or an operating system sets, and what Django itself reads.
NOT_OURS = {"XDG_RUNTIME_DIR", "DJANGO_SETTINGS_MODULE"}


def variables_read() -> set[str]:
    """Return the names that settings and launcher ask the environment for."""
    found: set[str] = set()
    for room in ("cms/settings", "cms/launch"):
        for path in (ROOT / room).glob("*.py"):
            if path.name != "test.py":
                found.update(READING.findall(path.read_text()))
    return found - NOT_OURS


def variables_shown() -> list[str]:
    """Return the names in the example."""
    return re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE)


def test_every_variable_is_shown_once() -> None:
    assert "DATABASE_URL" in variables_read()
    assert sorted(variables_shown()) == sorted(variables_read())


def test_every_variable_is_explained_in_the_line_before() -> None:
    lines = EXAMPLE.splitlines()
    unexplained = [
        line
        for before, line in pairwise(lines)
        if re.match("[A-Z_]+=", line) and not before.startswith("# ")
    ]

    assert unexplained == []


def test_the_readme_lists_every_variable() -> None:
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("There is no README yet.")
    text = readme.read_text()

    assert [name for name in variables_shown() if f"`{name}`" not in text] == []
