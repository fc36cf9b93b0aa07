"""Drafts, read as they stand in memory: the tables hold what is live, or nothing.

Only the draft itself is shown so. What it refers to passes the gate like everything
that readers get.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, TranslatableMixin

from cms.graphql import loaders, terms
from cms.graphql.batches import Batches, Loader, flatten
from cms.graphql.context import ApiContext
from cms.graphql.draft_gaps import fill_gaps

R = TypeVar("R", bound=Callable[..., Any])
NEVER_SAVED = 0  # the id of a draft that has none yet
_readers: dict[Loader, Callable[..., Any]] = {}


def reads_draft(loader: Loader) -> Callable[[R], R]:
    """Name what answers in a loader's place for a draft: ``reader(draft, *args)``."""

    def add(reader: R) -> R:
        _readers[loader] = reader
        return reader

    return add


class DraftBatches(Batches):
    """Loads what belongs to drafts from the drafts, all else from the tables."""

    def __init__(self, met: list[Any]) -> None:
        super().__init__(met)
        self._drafts: dict[int, Page] = {}
        self._row_owners: dict[int, Page] = {}
        self._rows: dict[type[Any], dict[int, Any]] = {}

    def add(self, draft: Page) -> None:
        """Show a draft; what has no id yet gets one that no stored row has."""
        if draft.pk is None:
            draft.pk = NEVER_SAVED
        fill_gaps(draft)
        self._drafts[id(draft)] = draft
        for relation in get_all_child_relations(draft):
            accessor = relation.get_accessor_name()
            if accessor != COMMENTS_RELATION_NAME:
                self._add_rows(draft, getattr(draft, accessor).get_object_list())

    def _add_rows(self, draft: Page, rows: Iterable[Any]) -> None:
        for row in rows:
            known = self._rows.setdefault(type(row), {})
            row.pk = -1 - len(known)
            if isinstance(row, TranslatableMixin):
                row.locale_id = draft.locale_id
            known[row.pk] = row
            self._row_owners[id(row)] = draft

    def drafted(self, model: type[Any]) -> Mapping[int, Any]:
        """Return the drafts' rows of a model by the ids that they have here."""
        return self._rows.get(model, {})

    def load(self, member: Any, loader: Loader, *args: Any) -> Any:
        """Return what belongs to one object, be it a draft or not."""
        if loader is loaders.related and _leads_to_owner(member, args[0]):
            owner = self._row_owners.get(id(member))
            if owner is not None:
                return owner
        reader = _readers.get(loader) if id(member) in self._drafts else None
        if reader is None:
            return super().load(member, loader, *args)
        return self._read(member, loader, reader, *args)

    def _read(
        self, draft: Page, loader: Loader, reader: Callable[..., Any], *args: Any
    ) -> Any:
        key = (id(draft), type(draft), loader, *args)
        if key not in self._loaded:
            found = reader(draft, *args)
            self._loaded[key] = {draft.pk: found}
            self.together(flatten([found]))
        return self._loaded[key][draft.pk]


def draft_batches(context: ApiContext) -> DraftBatches:
    """Return the request's batches, able to hold drafts from now on."""
    if not isinstance(context.batches, DraftBatches):
        context.batches = DraftBatches(context.notes.rows)
    return context.batches


def _leads_to_owner(member: Any, name: str) -> bool:
    return isinstance(member._meta.get_field(name), ParentalKey)


@reads_draft(loaders.children_to)
def _children_to(
    draft: Page,
    accessor: str,
    target: str,
    context: ApiContext,
    joined: tuple[str, ...] = (),
) -> list[Any]:
    rows = getattr(draft, accessor).all()
    model = rows.model._meta.get_field(target).related_model
    chosen = [pk for row in rows if (pk := getattr(row, f"{target}_id"))]
    return _shown(draft, chosen, model, context, joined)


@reads_draft(loaders.related_many)
def _related_many(draft: Page, name: str, context: ApiContext) -> list[Any]:
    rows = getattr(draft, name).all()
    return _shown(draft, [row.pk for row in rows], rows.model, context)


@reads_draft(terms.topic_slugs)
def _topic_slugs(draft: Any) -> list[str]:
    return list(dict.fromkeys(topic.slug for topic in draft.topics.all()))


def _shown(
    draft: Page,
    chosen: Iterable[int],
    model: type[Any],
    context: ApiContext,
    joined: tuple[str, ...] = (),
) -> list[Any]:
    """Return what readers of the draft's language would get of these, each once."""
    pairs = [(draft.pk, pk) for pk in chosen]
    return loaders.spread([draft], pairs, model, context, joined=joined)[draft.pk]
