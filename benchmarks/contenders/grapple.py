"""Stock Grapple: the pages below the news index, sorted by a column of their type."""

from typing import Any, Final

from benchmarks.contenders.contender import Ask, Contender, Item
from benchmarks.questions import PAGE_SIZE, Question
from benchmarks.requests import Request

ADDRESS: Final = "/graphql/"
INDEX: Final = '{ page(urlPath: "/home-en/news/") { id } }'
LIST: Final = """
query NewsList($index: ID!, $limit: PositiveInt!, $offset: PositiveInt!) {
  pages(parent: $index, contentType: "news.NewsPage", order: "-newspage__date,id",
        limit: $limit, offset: $offset) {
    id title url
    ... on NewsPage {
      date lead
      cover {
        id title width height focalPointX focalPointY placeholder
        small: rendition(fill: "400x250") { ...File }
        large: rendition(fill: "800x500") { ...File }
        smallAvif: rendition(fill: "400x250", format: "avif") { ...File }
        largeAvif: rendition(fill: "800x500", format: "avif") { ...File }
        smallWebp: rendition(fill: "400x250", format: "webp") { ...File }
        largeWebp: rendition(fill: "800x500", format: "webp") { ...File }
      }
      pageAuthors { person { name } }
      section { slug name }
      topics { slug name }
    }
  }
}
fragment File on CustomRendition { url width height alt }
"""
FILES: Final = ("small", "large", "smallAvif", "largeAvif", "smallWebp", "largeWebp")


def request(question: Question, ask: Ask) -> Request | None:
    """Return the query; this list has neither cursors nor counts."""
    if question.counts or question.by_cursor:
        return None
    index = ask(Request(ADDRESS, {"query": INDEX}))["data"]["page"]["id"]
    asked = {"index": index, "limit": PAGE_SIZE, "offset": question.offset}
    return Request(ADDRESS, {"query": LIST, "variables": asked})


def items(answer: Any) -> list[Item]:
    """Read an answer."""
    if "errors" in answer:
        raise ValueError(answer["errors"])
    return [_item(node) for node in answer["data"]["pages"]]


def _item(node: Any) -> Item:
    cover = node["cover"]
    return Item(
        title=node["title"],
        date=node["date"],
        lead=node["lead"],
        cover=cover["large"]["url"],
        files=frozenset(cover[name]["url"] for name in FILES),
        authors=tuple(row["person"]["name"] for row in node["pageAuthors"]),
        section=node["section"]["name"],
        topics=frozenset(topic["name"] for topic in node["topics"]),
    )


CONTENDER: Final = Contender(
    name="grapple",
    label="(b) stock Grapple",
    application="benchmarks.peers.stock.wsgi:application",
    settings="benchmarks.peers.stock.settings",
    request=request,
    items=items,
)
