"""The bitmaps as of now: those that are kept, put right for what they cannot know.

They cannot know which pages changed since they were made, which the clock hides, and
what is closed to the reader. Nothing here is guessed: where too much has changed, or a
site's home pages are others than when counting began, there is no answer, and the
caller counts rows.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from cms.bitmaps.bits import Bits, as_number
from cms.bitmaps.dimensions import LISTED, CountedList
from cms.bitmaps.models import Bitmap, Place
from cms.core.visibility import Gate
from cms.core.visibility.restrictions import below

MOST_CHANGES = 1_000  # pages; beyond, rows are counted
STATE = """
SELECT key, size,
    ARRAY(SELECT jsonb_array_elements_text(roots -> %(site)s)),
    ARRAY(SELECT DISTINCT page_id FROM bitmaps_changedpage LIMIT %(most)s),
    ARRAY(
        SELECT id FROM wagtailcore_page WHERE live AND expire_at <= %(now)s
        UNION
        SELECT id FROM wagtailcore_page WHERE live AND go_live_at > %(now)s
    )
FROM bitmaps_edition WHERE list = %(list)s
"""
Masks = Mapping[int, int]  # bits by locale id
NONE: Masks = {}


@dataclass
class Kept:
    """One edition in memory: a few megabytes for a hundred thousand items."""

    edition: UUID
    bits: Mapping[str, Mapping[str, Masks]]  # by dimension, value and locale
    closed: dict[tuple[str, ...], Masks] = field(default_factory=dict)


_kept: dict[str, Kept] = {}


@dataclass(frozen=True)
class Counts:
    """Which items have which value, for one reader at one moment."""

    kept: Kept
    site: str
    hidden: Masks
    cleared: Masks  # pages that changed, or are hidden by the clock
    added: Mapping[tuple[str, str], Masks]  # as those are now

    def listed(self, locale_id: int) -> int:
        """Return the items that the list has in a language."""
        return self._now(LISTED, self.site, locale_id, self.hidden.get(locale_id, 0))

    def having(self, dimension: str, value: str, locale_id: int) -> int:
        """Return the items that have a value; also such that the list has not."""
        return self._now(dimension, value, locale_id)

    def _now(self, dimension: str, value: str, locale_id: int, gone: int = 0) -> int:
        kept = self.kept.bits.get(dimension, {}).get(value, NONE).get(locale_id, 0)
        gone |= self.cleared.get(locale_id, 0)
        if gone:
            kept &= ~gone
        return kept | self.added.get((dimension, value), NONE).get(locale_id, 0)

    def values(self, dimension: str) -> set[str]:
        """Return the values that occur, and some that may not any more."""
        added = {value for name, value in self.added if name == dimension}
        return added | set(self.kept.bits.get(dimension, ()))


def counts_for(counted: CountedList, gate: Gate) -> Counts | None:
    """Return what a reader may count, or nothing where rows have to be counted."""
    site = str(gate.site.pk)
    state = _state(counted, gate, site)
    if state is None:
        return None
    edition, size, roots, changed, late = state
    if roots != [root.path for root in gate.roots] or len(changed) > MOST_CHANGES:
        return None
    kept = _kept.get(counted.name)
    if kept is None or kept.edition != edition:
        kept = _kept[counted.name] = Kept(edition, _load(counted))
    hidden = _hidden(kept, counted, gate) if gate.private_paths else NONE
    if not changed and not late:
        return Counts(kept, site, hidden, NONE, {})
    return Counts(kept, site, hidden, *_corrections(counted, gate, size, changed, late))


def _state(counted: CountedList, gate: Gate, site: str) -> Any:
    asked: dict[str, Any] = {
        "list": counted.name,
        "site": site,
        "most": MOST_CHANGES + 1,
        "now": gate.now,
    }
    with connection.cursor() as cursor:
        cursor.execute(STATE, asked)
        return cursor.fetchone()


def _load(counted: CountedList) -> Mapping[str, Mapping[str, Masks]]:
    found: Any = defaultdict(lambda: defaultdict(dict))
    for kept in Bitmap.objects.filter(list=counted.name):
        by_value = found[kept.dimension]
        by_value[kept.value][kept.locale_id] = as_number(kept.bits)
    return {dimension: dict(values) for dimension, values in found.items()}


def _hidden(kept: Kept, counted: CountedList, gate: Gate) -> Masks:
    """Return the bits of closed pages; those that have moved since are put right."""
    found = kept.closed.get(gate.private_paths)
    if found is None:
        pages = counted.rows_in_principle.filter(below(gate.private_paths))
        places = Place.objects.filter(list=counted.name, page_id__in=pages.values("pk"))
        found = _masks(places.values_list("locale_id", "bit"))
        kept.closed = {gate.private_paths: found}  # what is closed changes seldom
    return found


def _corrections(
    counted: CountedList, gate: Gate, size: int, changed: list[int], late: list[int]
) -> tuple[Masks, Mapping[tuple[str, str], Masks]]:
    now = counted.rows_in_principle.filter(pk__in=changed)
    rows = list(counted.read(gate.visible(now))) if changed else []
    places = list(
        Place.objects.filter(list=counted.name).filter(
            Q(page_id__in=[*changed, *late])
            | Q(translation_key__in=[row.translation_key for row in rows])
        )
    )
    bit_of = {place.translation_key: place.bit for place in places}
    outdated = {*changed, *late}
    cleared = _masks(
        (place.locale_id, place.bit) for place in places if place.page_id in outdated
    )
    added: Any = defaultdict(lambda: defaultdict(int))
    for row in rows:
        bit = 1 << bit_of.setdefault(row.translation_key, size + len(bit_of))
        values = {**row.values, LISTED: [str(gate.site.pk)]}
        for dimension, of_row in values.items():
            for value in of_row:
                added[dimension, value][row.locale_id] |= bit
    return cleared, added


def _masks(bits: Any) -> Masks:
    masks: dict[int, Bits] = defaultdict(Bits)
    for locale_id, bit in bits:
        masks[locale_id].set(bit)
    return {locale_id: as_number(mask) for locale_id, mask in masks.items()}
