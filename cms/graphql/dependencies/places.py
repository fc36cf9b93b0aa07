"""What a page's place decides for others: addresses below it, and what is closed."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Q
from wagtail.models import Page, PageViewRestriction, Site

from cms.core.visibility.restrictions import private_page_paths
from cms.graphql.dependencies.aspects import PLACE
from cms.graphql.dependencies.keys import Key
from cms.graphql.dependencies.rows import RESTRICTIONS, SITES, keys_of


class Place(NamedTuple):
    """Where a page stands: in the tree, and among its versions."""

    path: str
    url_path: str
    locale_id: int
    translation_key: Any
    alias_of_id: int | None
    is_closed: bool


def place_of(page: Page) -> Place:
    """Return where a page stands now."""
    return Place(
        path=page.path,
        url_path=page.url_path,
        locale_id=page.locale_id,
        translation_key=page.translation_key,
        alias_of_id=page.alias_of_id,
        is_closed=page.path.startswith(_closed_paths()),
    )


def touched_by_moving(before: Place | None, after: Place | None) -> Iterator[Key]:
    """Yield what a new, lost or other place touches beside the page itself."""
    if before == after:
        return
    places = [place for place in (before, after) if place]
    if before and after:
        yield from _below(before, after)
    if Site.objects.filter(
        root_page__translation_key__in={place.translation_key for place in places}
    ).exists():
        yield SITES
    if _meets_a_closed_part(places):
        yield RESTRICTIONS


def _below(before: Place, after: Place) -> Iterator[Key]:
    """Yield the keys of the pages below, at the old addresses and at the new ones."""
    if (before.path, before.url_path) == (after.path, after.url_path):
        return
    below = Page.objects.filter(path__startswith=after.path).exclude(path=after.path)
    for page in below.specific().iterator(chunk_size=500):
        yield from keys_of(page)
        rest = page.url_path.removeprefix(after.url_path)
        yield PLACE.key(f"{before.url_path}{rest}")


def _meets_a_closed_part(places: list[Place]) -> bool:
    """Say whether the pages that share a restriction may be others now.

    A restriction closes copies too: to make, move or delete one may open or close the
    others, and what stands below them.
    """
    if any(place.is_closed for place in places):
        return True
    closed = _closed_paths()
    if not closed:
        return False
    copies = Page.objects.filter(
        Q(translation_key__in={place.translation_key for place in places})
        | Q(pk__in={place.alias_of_id for place in places if place.alias_of_id})
    )
    return any(
        path.startswith(closed) for path in copies.values_list("path", flat=True)
    )


def _closed_paths() -> tuple[str, ...]:
    restricted = PageViewRestriction.objects.values_list("page__path", flat=True)
    return private_page_paths(restricted)
