"""A plan of a tree, who may see what of it, and how to plant it.

The judge reads the plan alone: it follows parents, translations and aliases by their
names, where the gate follows tree paths and keys in SQL.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone
from hypothesis import strategies as st
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from cms.core.models import RelatedPage
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)

LANGUAGES = ("en", "fr", "ar")
NAMESPACE = UUID(int=17)
TIMES = (None, "past", "future")
STANDARD, NEWS = "standard", "news"


@dataclass(eq=False)
class Node:
    """One page of a plan."""

    number: int
    code: str
    parent: "Node | None"
    kind: str = STANDARD
    key: int = 0
    alias_of: "Node | None" = None
    live: bool = True
    expires: str | None = None
    begins: str | None = None
    closed: bool = False
    refers_to: "Node | None" = None
    pk: int = 0

    @property
    def title(self) -> str:
        """A title that stands nowhere else; an alias has its original's."""
        if self.alias_of:
            return self.alias_of.title
        return f"titled q{self.number}q"

    @property
    def slug(self) -> str:
        """A slug that tells nothing of the title."""
        return f"s{self.number}"

    @property
    def public_path(self) -> str:
        """Where readers look for it."""
        home = f"/{self.code}/" if self.kind == STANDARD else f"/{self.code}/list/"
        above = self.parent.public_path if self.parent else home
        return f"{above}{self.slug}/"

    @property
    def is_foreign_alias(self) -> bool:
        """Whether it only shows another language's page."""
        return self.alias_of is not None and self.alias_of.code != self.code

    @property
    def is_live(self) -> bool:
        """Whether it is public by itself, at this moment."""
        timely = self.expires != "past" and self.begins != "future"
        original = self.alias_of is None or self.alias_of.is_live
        return self.live and timely and original

    def __repr__(self) -> str:
        state = [name for name in ("live", "closed") if getattr(self, name)]
        links = (self.parent, self.alias_of, self.refers_to)
        numbers = [node.number if node else None for node in links]
        times = (self.expires, self.begins)
        return f"<{self.number} {self.code} key {self.key} {numbers} {times} {state}>"


@dataclass
class Plan:
    """The pages of a tree, parents and originals before the others."""

    nodes: list[Node] = field(default_factory=list)

    @classmethod
    def of_one(cls, *, live: bool) -> "Plan":
        """Return a plan of one page."""
        return cls([Node(0, "en", None, live=live)])

    def languages_of_news(self) -> set[str]:
        """Return the languages in which there is a list of news."""
        return {node.code for node in self.nodes if node.kind == NEWS}

    def visible(self) -> list[Node]:
        """Return what a stranger may see."""
        closed = self._closed()
        return [node for node in self.nodes if node.is_live and node not in closed]

    def hidden(self) -> list[Node]:
        """Return pages of which no word may be in an answer.

        An alias has its original's words: they may be read where either is visible.
        """
        readable = {node.title for node in self.visible()}
        return [node for node in self.nodes if node.title not in readable]

    def _closed(self) -> set[Node]:
        closed = {node for node in self.nodes if node.closed}
        while True:
            keys = {node.key for node in closed}
            more = {
                node
                for node in self.nodes
                if node.parent in closed or node.key in keys or node.alias_of in closed
            }
            if more <= closed:
                return closed
            closed |= more


@st.composite
def plans(draw: Any) -> Plan:
    """Return a random plan."""
    plan = Plan()
    for number in range(draw(st.integers(1, 9))):
        plan.nodes.append(_node(draw, plan, number))
    for node in plan.nodes:
        node.refers_to = draw(st.sampled_from([None, *plan.nodes]))
    return plan


def _node(draw: Any, plan: Plan, number: int) -> Node:
    code = draw(st.sampled_from(LANGUAGES))
    # A news item stands in a list that the planter makes; a plain page under another.
    parents = [one for one in plan.nodes if one.code == code and one.kind == STANDARD]
    kind = draw(st.sampled_from([STANDARD, STANDARD, NEWS]))
    parent = draw(st.sampled_from([None, *parents])) if kind == STANDARD else None
    node = Node(number, code, parent, kind, key=number)
    node.live = draw(st.sampled_from([True, True, True, False]))
    node.expires = draw(st.sampled_from([None, None, *TIMES]))
    node.begins = draw(st.sampled_from([None, None, *TIMES]))
    node.closed = draw(st.sampled_from([False] * 5 + [True]))
    others = [one for one in plan.nodes if one.kind == kind]
    role = draw(st.sampled_from(["original", "original", "translation", "alias"]))
    if others and role != "original":
        other = draw(st.sampled_from(others))
        if role == "alias":
            node.alias_of = other
        elif not any(n.key == other.key and n.code == code for n in plan.nodes):
            node.key = other.key
    return node


def plant(plan: Plan, tree: Any) -> None:
    """Make the pages of a plan."""
    lists = {
        code: NewsIndexPageFactory(parent=tree[code], title="News", slug="list")
        for code in sorted(plan.languages_of_news())
    }
    pages: dict[int, Page] = {}
    for node in plan.nodes:
        above = tree[node.code] if node.kind == STANDARD else lists[node.code]
        parent = pages[node.parent.number] if node.parent else above
        pages[node.number] = page = _make(node, parent, pages)
        node.pk = page.pk
    for node in plan.nodes:
        _finish(node, pages)


def _make(node: Node, parent: Page, pages: dict[int, Page]) -> Page:
    parent = Page.objects.get(pk=parent.pk)
    if node.alias_of:
        action = CreatePageAliasAction(
            pages[node.alias_of.number],
            parent=parent,
            update_slug=node.slug,
            update_locale=parent.locale,
        )
        return action.execute(skip_permission_checks=True)
    factory = StandardPageFactory if node.kind == STANDARD else NewsPageFactory
    key = uuid5(NAMESPACE, str(node.key))
    return factory(parent=parent, title=node.title, slug=node.slug, translation_key=key)


def _finish(node: Node, pages: dict[int, Page]) -> None:
    """Give a page its state and what it refers to."""
    if node.refers_to and not node.alias_of:
        target = pages[node.refers_to.number]
        page = pages[node.number]
        link = f'<p><a linktype="page" id="{target.pk}">there</a></p>'
        page.body = [{"type": "paragraph", "value": link}]
        page.save()
        RelatedPage.objects.create(page=page, target=target, locale=page.locale)
    Page.objects.filter(pk=node.pk).update(
        live=node.live, expire_at=_time(node.expires), go_live_at=_time(node.begins)
    )
    if node.closed:
        PageViewRestriction.objects.create(page_id=node.pk, restriction_type="login")


def _time(name: str | None) -> Any:
    days = {"past": -1, "future": 1}
    return timezone.now() + timedelta(days=days[name]) if name else None
