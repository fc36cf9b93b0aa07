"""What an anonymous reader of one site may see, at one moment."""

from collections.abc import Hashable, Iterable
from copy import copy
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Model, Q
from django.utils import timezone
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import CollectionMember, DraftStateMixin, Page

from cms.core.publicpaths import LanguageRoot, public_path
from cms.core.visibility.facts import Facts, live_at, read_facts
from cms.core.visibility.restrictions import below, private_page_paths

M = TypeVar("M", bound=Model)


class Gate:
    """Every object that an answer shows has passed ``visible`` or ``admits``.

    One gate serves one request: it reads what is closed once, and keeps one clock.
    """

    def __init__(self, facts: Facts, now: datetime) -> None:
        self.site = facts.site
        self.now = now
        self._facts = facts
        self.roots = [
            root
            for root in facts.roots
            if root.language_code in settings.CONTENT_LANGUAGES
        ]
        self.private_collections = facts.private_collections
        self.vocabularies = facts.vocabularies
        self.looked_at: list[Any] = []  # what ``admits`` judged, hidden or not

    @classmethod
    def of_site(cls, hostname: str | None) -> "Gate | None":
        """Return the gate of a host's site, or of the default one, as it is now."""
        now = timezone.now()
        facts = read_facts(hostname, now)
        return cls(facts, now) if facts else None

    def at(self, moment: datetime) -> "Gate":
        """Return a gate with the same facts and another clock."""
        twin = copy(self)
        twin.now = moment
        twin.__dict__.pop("_live", None)
        return twin

    @property
    def closed(self) -> Hashable:
        """All that the conditions of ``visible`` depend on, but for the clock."""
        return (
            tuple(root.path for root in self.roots),
            self.private_paths,
            self.emptied_aliases,
            self.private_collections,
        )

    @cached_property
    def private_paths(self) -> tuple[str, ...]:
        """Tree paths that are closed with all below them."""
        return private_page_paths(self._facts.restricted_paths)

    @cached_property
    def emptied_aliases(self) -> frozenset[int]:
        """Aliases that show what their original hides; also aliases of such aliases."""
        found: set[int] = set()
        more = set(self._facts.emptied_aliases)
        while more:
            found |= more
            more = _ids(Page.objects.filter(alias_of__in=more)) - found
        return frozenset(found)

    def root_of(self, page: Page) -> LanguageRoot | None:
        """Return the language's home that a page stands below, or is."""
        return next((r for r in self.roots if page.path.startswith(r.path)), None)

    def path_of(self, page: Page) -> str | None:
        """Return a page's public path, or nothing where it has none."""
        root = self.root_of(page)
        return public_path(root, page.url_path) if root else None

    def visible(self, objects: Any) -> Any:
        """Keep what this reader may see."""
        model = objects.model
        if issubclass(model, Page):
            return self._visible_pages(objects)
        if issubclass(model, CollectionMember):
            return objects.exclude(collection_id__in=self.private_collections)
        if issubclass(model, DraftStateMixin):
            return objects.filter(self._live)
        return objects

    def _visible_pages(self, pages: Any) -> Any:
        if not self.roots:
            return pages.none()
        pages = pages.filter(self._live & below(root.path for root in self.roots))
        if self.private_paths:
            pages = pages.exclude(below(self.private_paths))
        if self.emptied_aliases:
            pages = pages.exclude(pk__in=self.emptied_aliases)
        return pages

    def admits(self, thing: Model | None) -> bool:
        """Return whether this reader may see one loaded object."""
        if thing is None:
            return False
        self.looked_at.append(thing)
        if isinstance(thing, Page):
            return (
                self._is_live(thing)
                and self.root_of(thing) is not None
                and not thing.path.startswith(self.private_paths or ("\0",))
                and (thing.alias_of_id is None or thing.pk not in self.emptied_aliases)
            )
        if isinstance(thing, AbstractImage | AbstractDocument):
            return thing.collection_id not in self.private_collections
        return self._is_live(thing) if isinstance(thing, DraftStateMixin) else True

    def admitted(self, things: Iterable[M | None]) -> list[M]:
        """Return those that this reader may see, in their order."""
        return [thing for thing in things if thing is not None and self.admits(thing)]

    @cached_property
    def _live(self) -> Q:
        return live_at(self.now)

    def _is_live(self, thing: Any) -> bool:
        return bool(
            thing.live
            and (thing.expire_at is None or thing.expire_at > self.now)
            and (thing.go_live_at is None or thing.go_live_at <= self.now)
        )


def _ids(pages: Any) -> set[int]:
    return set(pages.values_list("pk", flat=True))
