"""Links inside rich text: ids of pages and files in, public addresses out."""

from collections.abc import Callable
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from cms.core.richtext.clean import clean_html


@dataclass(frozen=True)
class Target:
    """Where a link leads, and in which language what is there is written."""

    href: str
    language: str = ""


FindTarget = Callable[[str, int], Target | None]


def render(source: str, find: FindTarget) -> str:
    """Return stored rich text as clean HTML; ``find(kind, id)`` knows the targets.

    A link whose target is not found leaves its text. Addresses are relative or absolute
    as ``find`` gives them.
    """
    if "<a" not in source:
        return clean_html(source)
    soup = BeautifulSoup(source, "html.parser")
    for link in soup.find_all("a"):
        _resolve(link, find)
    return clean_html(str(soup))


def _resolve(link: Tag, find: FindTarget) -> None:
    kind, number = link.attrs.get("linktype"), link.attrs.get("id", "")
    if kind is None and link.attrs.get("href"):
        return
    target = find(str(kind), int(str(number))) if str(number).isdecimal() else None
    if target is None:
        link.unwrap()
        return
    link.attrs = {"href": target.href}
    if target.language:
        link.attrs["hreflang"] = target.language
