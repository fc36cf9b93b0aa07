"""Answers made comparable: what differs from one load of the demo to the next is named.

Only these differ, and each keeps its shape, so that a wrong one is still found:

- Ids come from the database's sequences. They become `<page 1>`, `<picture 2>` or
  `<document 3>`, counted in the order in which they first occur: equal ids stay equal,
  and different ones different. A block's id is a UUID of its content and stays.
- Cursors hold such ids: `<cursor>`.
- The times at which the loader published pages, alone or in JSON-LD: `<time>`.
- Where a file of that name was there already, Django adds seven characters to the name;
  what Wagtail leaves of them is left out of a file's address.
"""

import difflib
import json
import re
from collections.abc import Mapping
from typing import Any

SHOWN_LINES = 120
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+00:00"
PUBLISHED = {"firstPublishedAt", "lastPublishedAt", "expiresAt"}
IN_JSON_LD = re.compile(rf'("date(?:Published|Modified)": "){TIME}"')
CURSORS = {"startCursor", "endCursor"}
DOCUMENT = re.compile(r"(?<=/documents/)(\d+)(?=/)")
FILE = re.compile(r"(/media/[^\s\"]+?)_[A-Za-z0-9]{0,7}(?=\.)")
DATABASE_ID = re.compile(r"\d+")


def stable(answer: Any) -> Any:
    """Return an answer with names in place of what varies."""
    return _Names().replace(answer)


def as_text(answer: Any) -> str:
    """Return an answer as it is kept in files."""
    return json.dumps(answer, indent=2, ensure_ascii=False)


def difference(expected: Any, answered: Any) -> str:
    """Say what differs between two answers; empty where nothing does."""
    texts = (as_text(expected).splitlines(), as_text(answered).splitlines())
    lines = [*difflib.unified_diff(*texts, "expected", "answered", lineterm="")]
    left_out = len(lines) - SHOWN_LINES
    if left_out > 0:
        lines = [*lines[:SHOWN_LINES], f"… and {left_out} more lines"]
    return "\n".join(lines)


class _Names:
    """The names given within one answer."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}

    def replace(self, part: Any) -> Any:
        if isinstance(part, Mapping):
            return {key: self._value(part, key) for key in part}
        if isinstance(part, list):
            return [self.replace(item) for item in part]
        return self._in_text(part) if isinstance(part, str) else part

    def _value(self, owner: Mapping[str, Any], key: str) -> Any:
        value = owner[key]
        if not isinstance(value, str):
            return self.replace(value)
        if key == "id" and DATABASE_ID.fullmatch(value):
            return self._name("picture" if "alt" in owner else "page", value)
        if key in CURSORS:
            return "<cursor>"
        if key in PUBLISHED and re.fullmatch(TIME, value):
            return "<time>"
        return self._in_text(value)

    def _in_text(self, text: str) -> str:
        text = FILE.sub(r"\1", IN_JSON_LD.sub(r'\1<time>"', text))
        return DOCUMENT.sub(lambda found: self._name("document", found[1]), text)

    def _name(self, kind: str, value: str) -> str:
        count = sum(known == kind for known, _value in self._given)
        return self._given.setdefault((kind, value), f"<{kind} {count + 1}>")
