"""Wagtail's REST API v2, with the fields that the contract's operation asks for."""

from typing import Any, Final
from urllib.parse import urlencode

from benchmarks.contenders.contender import Ask, Contender, Item
from benchmarks.peers.stock.specs import CARDS
from benchmarks.questions import PAGE_SIZE, Question
from benchmarks.requests import Request

FIELDS: Final = ",".join(
    (
        "date",
        "lead",
        "section(slug,name)",
        "cover(width,height)",
        "placeholder",
        "topics(slug,name)",
        "page_authors(person(name))",
        *CARDS,
    )
)


def request(question: Question, ask: Ask) -> Request | None:
    """Return the request; this API counts always, and knows no cursors or facets."""
    if question.counts or question.by_cursor:
        return None
    asked = {
        "type": "news.NewsPage",
        "locale": "en",
        "order": "-date,id",
        "limit": PAGE_SIZE,
        "offset": question.offset,
        "fields": FIELDS,
    }
    return Request(f"/api/v2/pages/?{urlencode(asked)}")


def items(answer: Any) -> list[Item]:
    """Read an answer."""
    return [_item(node) for node in answer["items"]]


def _item(node: Any) -> Item:
    return Item(
        title=node["title"],
        date=node["date"],
        lead=node["lead"],
        cover=node["card_800_original"]["url"],
        files=frozenset(node[name]["url"] for name in CARDS),
        authors=tuple(row["person"]["name"] for row in node["page_authors"]),
        section=node["section"]["name"],
        topics=frozenset(topic["name"] for topic in node["topics"]),
    )


CONTENDER: Final = Contender(
    name="rest",
    label="(c) Wagtail REST v2",
    application="benchmarks.peers.stock.wsgi:application",
    settings="benchmarks.peers.stock.settings",
    request=request,
    items=items,
)
