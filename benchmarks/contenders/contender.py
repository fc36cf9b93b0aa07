"""What the bench knows of a stack: how to start it, ask it, and read its answer."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from benchmarks.questions import Question
from benchmarks.requests import Request

Ask = Callable[[Request], Any]


class Item(NamedTuple):
    """What every stack must say of an article."""

    title: str
    date: str
    lead: str
    cover: str
    files: frozenset[str]  # addresses of all that the picture element offers
    authors: tuple[str, ...]
    section: str
    topics: frozenset[str]  # each stack has an order of its own


@dataclass(frozen=True)
class Contender:
    """One stack; ``request`` returns nothing for a question that it cannot answer."""

    name: str
    label: str
    application: str
    settings: str
    request: Callable[[Question, Ask], Request | None]
    items: Callable[[Any], list[Item]]
    python: str = sys.executable


def item_of(node: Any) -> Item:
    """Read an article where it is written as our API writes it."""
    return Item(
        title=node["title"],
        date=node["date"],
        lead=node["lead"],
        cover=node["cover"]["rendition"]["url"],
        files=frozenset(
            candidate.split()[0]
            for source in node["cover"]["sources"]
            for candidate in source["srcset"].split(", ")
        ),
        authors=tuple(author["name"] for author in node["authors"]),
        section=node["sections"][-1]["name"],
        topics=frozenset(topic["name"] for topic in node["topics"]),
    )
