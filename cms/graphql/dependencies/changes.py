"""What a change touches: the keys of what was there before and of what is there after.

    before = state_of(row)      # of the stored row, before it is written
    row.save()
    touched_by(Change(before, state_of(row)))

A row that is made has no state before, one that is deleted none after. A relation that
has no model of its own belongs to the row that it begins at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from cms.graphql.dependencies.keys import Key
from cms.graphql.dependencies.places import Place, place_of, touched_by_moving
from cms.graphql.dependencies.rows import is_public, keys_of

# What editors work with and no answer tells.
UNSEEN = frozenset(
    {
        *("draft_title", "has_unpublished_changes", "latest_revision_id", "expired"),
        *("latest_revision_created_at", "live_revision_id", "locked", "locked_at"),
        *("locked_by_id", "numchild", "owner_id", "review_by", "show_in_menus"),
    }
)


@dataclass(frozen=True)
class State:
    """A row at one moment: what answers may tell of it, and its keys."""

    seen: tuple[Any, ...]
    keys: frozenset[Key]
    is_public: bool  # by its state; the clock and restrictions aside
    place: Place | None


@dataclass(frozen=True)
class Change:
    """A row before and after it was written."""

    before: State | None
    after: State | None


def state_of(row: Model) -> State | None:
    """Return a row's state as it is stored now; nothing where it is not there."""
    stored = type(row)._base_manager.filter(pk=row.pk).first()
    if stored is None:
        return None
    stored = stored.specific if isinstance(stored, Page) else stored
    return State(
        seen=tuple(_seen(stored)),
        keys=frozenset(keys_of(stored)),
        is_public=is_public(stored),
        place=place_of(stored) if isinstance(stored, Page) else None,
    )


def touched_by(change: Change) -> frozenset[Key]:
    """Return the keys that a change touches.

    Rows are exact. A list is touched by whatever enters, leaves or changes inside what
    its key names, which is wider than its filter where that has no cheap test: a list
    that falls back names all of its earlier languages; one with several filters the
    first; one of what an organisation takes part in all projects of its language; a
    search all pages of its language.
    """
    before, after = change.before, change.after
    if before and after and before.seen == after.seen:
        return frozenset()
    states = [state for state in (before, after) if state]
    found = {key for state in states if state.is_public for key in state.keys}
    old, new = (state.place if state else None for state in (before, after))
    return frozenset(found.union(touched_by_moving(old, new)))


def _seen(row: Model) -> Iterator[Any]:
    for field in row._meta.concrete_fields:
        if field.attname not in UNSEEN:
            yield field.get_prep_value(getattr(row, field.attname))
    for relation in row._meta.many_to_many:
        rows = getattr(row, relation.name).order_by("pk")
        yield tuple(rows.values_list("pk", flat=True))
