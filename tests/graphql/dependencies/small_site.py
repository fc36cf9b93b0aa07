"""A small site, of which each test asks one thing."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Page

from network.models import Organisation
from news.models import Section
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    ProjectPageFactory,
)
from tests.graphql.dependencies.asking import keys, touched

PAGE, NEWS, PROJECT = "wagtailcore.page", "news.newspage", "projects.projectpage"
PUBLICATION, ORGANISATION = "publications.publicationpage", "network.organisation"


class World:
    """A section of news in two languages, and what it is about."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.en, self.fr = (tree[code].locale_id for code in ("en", "fr"))
        self.root = tree["en"].get_parent()
        self.index = NewsIndexPageFactory(parent=tree["en"])
        self.french_index = NewsIndexPageFactory(parent=tree["fr"], title="Actualités")
        self.section = Section.objects.create(
            slug="news", name="News", locale=tree["en"].locale
        )
        self.item = NewsPageFactory(
            parent=self.index, slug="bridge", section=self.section, date="2026-03-01"
        )
        self.organisation = self.new_organisation("vellmar")
        self.project = ProjectPageFactory(parent=tree["en"], status="ACTIVE")

    def new_organisation(self, slug: str, **fields: Any) -> Organisation:
        """Make an organisation."""
        fields = {"locale": self.tree["en"].locale, **fields}
        return Organisation.objects.create(slug=slug, name=slug, kind="TOWN", **fields)

    def of_item(self, selection: str) -> str:
        """Return a query for fields of the item."""
        return f"{{ page(id: {self.item.pk}) {{ ... on NewsPage {{ {selection} }} }} }}"

    def of_project(self, selection: str) -> str:
        """Return a query for fields of the project."""
        chosen = f"... on ProjectPage {{ {selection} }}"
        return f"{{ page(id: {self.project.pk}) {{ {chosen} }} }}"


def row(thing: Any) -> str:
    label = PAGE if isinstance(thing, Page) else thing._meta.label_lower
    return f"{label}:{thing.pk}"


def version(thing: Any, locale_id: int | None = None) -> str:
    label = PAGE if isinstance(thing, Page) else thing._meta.label_lower
    language = f"@{locale_id}" if locale_id else ""
    return f"{label}{language}:key={thing.translation_key.hex}"


def check(query: str, expected: set[str], change: Callable[[], Any]) -> None:
    """Compare an answer's keys with the expected ones; the change must touch one."""
    assert keys(query) == expected
    assert touched(change) & expected
