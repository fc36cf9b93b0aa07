"""Bringing the bitmaps up to date with the pages that changed."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from wagtail.models import Site

from cms.bitmaps.bits import Bits
from cms.bitmaps.dimensions import LISTED, CountedList, Row, counted_lists
from cms.bitmaps.models import Bitmap, ChangedPage, Edition, Place
from cms.core.snapshot import see_one_state
from cms.core.visibility import Gate

IN_ONE_GO = 2_000  # changed pages, and rows of one insert
LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('municipia:bitmaps', 0))"
Tell = Callable[[str], None]
Key = tuple[str, str, int]  # dimension, value, locale id
Roots = dict[str, list[str]]  # tree paths of home pages, by site id


def follow_changes(tell: Tell = lambda _line: None, *, anew: bool = False) -> bool:
    """Bring all lists up to date; say no where somebody else is at it.

    A list without an edition is made anew, and so is one whose sites have other home
    pages now; with ``anew`` every list is.
    """
    roots = _roots()
    for counted in counted_lists():
        edition = Edition.objects.filter(list=counted.name).first()
        if anew or edition is None or edition.roots != roots:
            tell(f"Counting {counted.name} anew …")
            if not _in_turn(partial(_make_anew, counted, roots, tell)):
                return False
    while ChangedPage.objects.exists():
        if not _in_turn(partial(_follow_some, roots, tell)):
            return False
    return True


def _in_turn(work: Callable[[], None]) -> bool:
    """Work on one state of the content, unless another process does."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"{see_one_state()};")
            cursor.execute(LOCK)
            (is_ours,) = cursor.fetchone()
        if is_ours:
            work()
        return bool(is_ours)


def _make_anew(counted: CountedList, roots: Roots, tell: Tell) -> None:
    for kept in (Bitmap, Place, Edition):
        kept._default_manager.filter(list=counted.name).delete()
    update = Update(counted, roots)
    for number, row in enumerate(counted.read(counted.rows_in_principle), 1):
        update.add(row)
        if number % (10 * IN_ONE_GO) == 0:
            tell(f"  {number} pages")
    update.write()


def _follow_some(roots: Roots, tell: Tell) -> None:
    changes = dict(
        ChangedPage.objects.order_by("pk").values_list("pk", "page_id")[:IN_ONE_GO]
    )
    pages = set(changes.values())
    for counted in counted_lists():
        places = list(Place.objects.filter(list=counted.name, page_id__in=pages))
        rows = list(counted.read(counted.rows_in_principle.filter(pk__in=pages)))
        if places or rows:
            update = Update(counted, roots)
            update.load([row.translation_key for row in rows])
            for place in places:
                update.remove(place)
            for row in rows:
                update.add(row)
            update.write()
    ChangedPage.objects.filter(pk__in=changes).delete()
    tell(f"Followed {len(changes)} changes.")


class Update:
    """The next edition of one list."""

    def __init__(self, counted: CountedList, roots: Roots) -> None:
        self._counted = counted
        self._roots = roots
        self._size = 0
        self._bits: dict[Key, Bits] = {}
        self._touched: set[Key] = set()
        self._bit_of: dict[Any, int] = {}
        self._added: list[Place] = []
        self._removed: list[int] = []

    def load(self, translation_keys: list[Any]) -> None:
        """Begin with what there is."""
        name = self._counted.name
        self._size = Edition.objects.get(list=name).size
        self._bits = {
            (kept.dimension, kept.value, kept.locale_id): Bits(kept.bits)
            for kept in Bitmap.objects.filter(list=name)
        }
        places = Place.objects.filter(list=name, translation_key__in=translation_keys)
        self._bit_of = dict(places.values_list("translation_key", "bit"))

    def remove(self, place: Place) -> None:
        """Take a page out of all bitmaps."""
        for key, bits in self._bits.items():
            if key[2] == place.locale_id and bits.unset(place.bit):
                self._touched.add(key)
        self._removed.append(place.page_id)

    def add(self, row: Row) -> None:
        """Put a page into the bitmaps of its values."""
        bit = self._bit_of.get(row.translation_key)
        if bit is None:
            bit = self._bit_of[row.translation_key] = self._size
            self._size += 1
        for dimension, values in self._values_of(row).items():
            for value in values:
                key = (dimension, value, row.locale_id)
                self._bits.setdefault(key, Bits()).set(bit)
                self._touched.add(key)
        self._added.append(
            Place(
                page_id=row.page_id,
                list=self._counted.name,
                translation_key=row.translation_key,
                locale_id=row.locale_id,
                bit=bit,
            )
        )

    def _values_of(self, row: Row) -> Mapping[str, Iterable[str]]:
        sites = [
            site
            for site, paths in self._roots.items()
            if row.path.startswith(tuple(paths) or ("\0",))
        ]
        return {**row.values, LISTED: sites}

    def write(self) -> None:
        """Store it; whoever reads in the meantime sees the edition before."""
        name = self._counted.name
        Place.objects.filter(page_id__in=self._removed).delete()
        Place.objects.bulk_create(self._added, IN_ONE_GO)
        Bitmap.objects.bulk_create(
            [
                Bitmap(
                    list=name,
                    dimension=dimension,
                    value=value,
                    locale_id=locale_id,
                    bits=bytes(self._bits[dimension, value, locale_id]),
                )
                for dimension, value, locale_id in sorted(self._touched)
            ],
            update_conflicts=True,
            unique_fields=["list", "dimension", "value", "locale_id"],
            update_fields=["bits"],
        )
        Edition.objects.update_or_create(
            list=name,
            defaults={"key": uuid4(), "size": self._size, "roots": self._roots},
        )


def _roots() -> Roots:
    gates = map(Gate.of_site, Site.objects.values_list("hostname", flat=True))
    return {
        str(gate.site.pk): [root.path for root in gate.roots] for gate in gates if gate
    }
