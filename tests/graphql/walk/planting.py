"""How something is put behind a field: the planters, by the fields that they cover."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

from wagtail.models import Page

from cms.core.models import CustomDocument, CustomImage
from tests.factories import pages as factories
from tests.fixtures import SiteTree
from tests.graphql.walk.marked import (
    marked_document,
    marked_image,
    marked_page,
)

PARENTS = {
    "StandardPage": None,
    "NewsIndexPage": None,
    "ProjectIndexPage": None,
    "PublicationIndexPage": None,
    "NewsPage": "NewsIndexPage",
    "ProjectPage": "ProjectIndexPage",
    "PublicationPage": "PublicationIndexPage",
}
PAGE_KINDS = ("HomePage", *PARENTS)


@dataclass(frozen=True)
class Planted:
    """An object behind a field, and the paths on which an answer would show it."""

    target: Any
    paths: tuple[str, ...]
    other_mark: str = ""

    @property
    def mark(self) -> str:
        """The word by which the object is known."""
        return self.other_mark or self.target.mark


@dataclass
class World:
    """The tree that all planters plant into."""

    tree: SiteTree
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def locale(self) -> Any:
        """The language of most of it."""
        return self.tree["en"].locale

    @cached_property
    def image(self) -> CustomImage:
        """A marked picture; making its files takes long, so that there is one."""
        return marked_image()

    @cached_property
    def document(self) -> CustomDocument:
        """A marked file."""
        return marked_document()

    def holder(self, kind: str, language: str = "en", **fields: Any) -> Page:
        """Make a public page that something can be put behind."""
        home = self.tree[language]
        if kind == "HomePage":
            for name, value in fields.items():
                setattr(home, name, value)
            home.save()
            return home
        number = next(self.numbers)
        above = PARENTS[kind]
        parent = self.holder(above, language) if above else home
        texts = {"title": f"Holder {number}", "slug": f"holder-{number}"}
        return _factory(kind)(parent=parent, **{**texts, **fields})

    def page(self, kind: str = "NewsPage", language: str = "en", **fields: Any) -> Page:
        """Make a marked page below a parent that has no other children."""
        parent = self.holder(PARENTS[kind] or "StandardPage", language)
        return marked_page(_factory(kind), parent, **fields)

    def below(self, parent: Page, kind: str, **fields: Any) -> Page:
        """Make a marked page below another."""
        return marked_page(_factory(kind), parent, **fields)


Planter = Callable[[World], Planted]
PLANTERS: dict[str, list[Planter]] = {}


def plants(*keys: str) -> Callable[[Planter], Planter]:
    """Register what plants something behind the fields `Type.field`."""

    def register(planter: Planter) -> Planter:
        for key in keys:
            PLANTERS.setdefault(key, []).append(planter)
        return planter

    return register


def at(page: Page, *steps: str) -> str:
    """Return the path that begins at a page, as its own type."""
    return " | ".join([f"page(id: {page.pk})", f"... on {type(page).__name__}", *steps])


def _factory(kind: str) -> Any:
    return getattr(factories, f"{kind}Factory")
