"""strawberry-django with its optimiser."""

from typing import Any, Final

from benchmarks.contenders.contender import Ask, Contender, Item
from benchmarks.installation import PYTHON
from benchmarks.peers.stock.specs import CARDS
from benchmarks.questions import PAGE_SIZE, Question
from benchmarks.requests import Request

LIST: Final = """
query NewsList($locale: String!, $limit: Int!, $offset: Int!) {
  newsPages(locale: $locale, limit: $limit, offset: $offset) {
    id title urlPath date lead
    cover {
      id title width height focalPointX focalPointY placeholder
      cards { filterSpec url width height }
    }
    pageAuthors { person { name } }
    section { slug name }
    topics { slug name }
  }
}
"""


def request(question: Question, ask: Ask) -> Request | None:
    """Return the query; this peer has neither cursors nor counts."""
    if question.counts or question.by_cursor:
        return None
    asked = {"locale": "en", "limit": PAGE_SIZE, "offset": question.offset}
    return Request("/graphql/", {"query": LIST, "variables": asked})


def items(answer: Any) -> list[Item]:
    """Read an answer."""
    if answer.get("errors"):
        raise ValueError(answer["errors"])
    return [_item(node) for node in answer["data"]["newsPages"]]


def _item(node: Any) -> Item:
    files = {file["filterSpec"]: file["url"] for file in node["cover"]["cards"]}
    return Item(
        title=node["title"],
        date=node["date"],
        lead=node["lead"],
        cover=files[CARDS["card_800_original"]],
        files=frozenset(files.values()),
        authors=tuple(row["person"]["name"] for row in node["pageAuthors"]),
        section=node["section"]["name"],
        topics=frozenset(topic["name"] for topic in node["topics"]),
    )


CONTENDER: Final = Contender(
    name="strawberry",
    label="(d) strawberry-django",
    application="benchmarks.peers.stock.wsgi:application",
    settings="benchmarks.peers.strawberry.settings",
    request=request,
    items=items,
    python=str(PYTHON),
)
