"""Links and pictures inside rich text: ids in, public addresses out."""

from dataclasses import dataclass
from typing import Protocol

from bs4 import BeautifulSoup, Tag

from cms.core.richtext.clean import clean_html

MAX_DIGITS = 18  # of an id; more fit into no column


@dataclass(frozen=True)
class Target:
    """Where a link leads, and in which language what is there is written."""

    href: str
    language: str = ""


@dataclass(frozen=True)
class ShownPicture:
    """A picture's file, the widths that it has, and what it shows."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str


class Finder(Protocol):
    """What knows where the ids of rich text lead."""

    def find(self, kind: str, number: int) -> Target | None:
        """Return where a link leads, or nothing where nobody may go."""

    def picture(self, number: int) -> ShownPicture | None:
        """Return a picture that may be shown."""


def render(source: str, finder: Finder) -> str:
    """Return stored rich text as clean HTML.

    A link whose target is not found leaves its words, a picture its description.
    """
    if not any(tag in source.lower() for tag in ("<a", "<embed", "<img")):
        return clean_html(source)
    soup = BeautifulSoup(source, "html.parser")
    for picture in soup.find_all("img"):
        _leave_words(picture)  # only files of ours are shown, and they are embeds
    for embed in soup.find_all("embed"):
        _embed(embed, finder)
    for link in soup.find_all("a"):
        _link(link, finder)
    return clean_html(str(soup))


def _link(link: Tag, finder: Finder) -> None:
    kind = link.attrs.get("linktype")
    if kind is None and link.attrs.get("href"):
        return
    number = _number(link)
    target = finder.find(str(kind), number) if number is not None else None
    if target is None:
        link.unwrap()
        return
    link.attrs = {"href": target.href}
    if target.language:
        link.attrs["hreflang"] = target.language


def _embed(embed: Tag, finder: Finder) -> None:
    if embed.attrs.get("embedtype") != "image":
        embed.unwrap()  # players stand in blocks of their own
        return
    number = _number(embed)
    shown = finder.picture(number) if number is not None else None
    if shown is None:
        _leave_words(embed)
        return
    described = embed.attrs.get("alt")
    embed.name = "img"
    embed.attrs = {
        "src": shown.src,
        "srcset": shown.srcset,
        "width": str(shown.width),
        "height": str(shown.height),
        "alt": shown.alt if described is None else str(described),
        "loading": "lazy",
    }


def _leave_words(picture: Tag) -> None:
    picture.insert_before(str(picture.attrs.get("alt", "")))
    picture.unwrap()


def _number(tag: Tag) -> int | None:
    number = str(tag.attrs.get("id", ""))
    known = number.isascii() and number.isdecimal() and len(number) <= MAX_DIGITS
    return int(number) if known else None
