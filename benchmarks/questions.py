"""The questions: the list of news as frontends ask for it, in several ways."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.database import ROOT

OPERATIONS: Final = ROOT / "tests" / "contract" / "operations"
PAGE_SIZE: Final = 20
FAR: Final = 19 * PAGE_SIZE  # items before page 20
COUNTED: Final = (
    re.compile(r"^    totalCount\n", re.MULTILINE),
    re.compile(r"^    facets \{.*\}\n", re.MULTILINE),
)


@dataclass(frozen=True)
class Question:
    """One page of the list; ``counts`` asks for ``totalCount`` and facets, too."""

    name: str
    label: str
    offset: int = 0
    by_cursor: bool = False
    counts: bool = False


FIRST_PAGE: Final = Question("first", "first page")
BY_OFFSET: Final = Question("offset", "page 20 by offset", offset=FAR)
BY_CURSOR: Final = Question("cursor", "page 20 by cursor", offset=FAR, by_cursor=True)
COUNTS: Final = Question("counts", "first page, counts, facets", counts=True)
QUESTIONS: Final = (FIRST_PAGE, BY_OFFSET, BY_CURSOR, COUNTS)


def news_list(*, counts: bool) -> str:
    """Return the contract's operation with the fragments that it spreads."""
    operation = (OPERATIONS / "NewsList.graphql").read_text()
    if not counts:
        for part in COUNTED:
            operation, found = part.subn("", operation)
            if not found:
                raise LookupError(f"NewsList has no line like {part.pattern} any more.")
    shared = (OPERATIONS / "fragments.graphql").read_text()
    fragments = re.split(r"(?m)^(?=fragment )", shared)
    used = [part for part in fragments if f"...{_name(part)}\n" in _spreads(operation)]
    return _without_comments("\n".join([operation, *used]))


def variables(question: Question, cursor: str | None = None) -> Mapping[str, Any]:
    """Return the operation's variables for a question."""
    asked: dict[str, Any] = {"locale": "en", "first": PAGE_SIZE}
    if question.by_cursor:
        asked["after"] = cursor
    elif question.offset:
        asked["offset"] = question.offset
    return asked


def _name(fragment: str) -> str:
    words = fragment.split()
    return words[1] if words[:1] == ["fragment"] else "-"


def _spreads(operation: str) -> str:
    return "".join(f"{word}\n" for word in operation.split() if word.startswith("..."))


def _without_comments(text: str) -> str:
    return re.sub(r"[ \t]*#.*", "", text)
