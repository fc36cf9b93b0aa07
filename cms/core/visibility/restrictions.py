"""What editors closed: pages, with all below them."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page


def private_page_paths(restricted: Iterable[str]) -> tuple[str, ...]:
    """Return the tree paths that these restricted ones close, with all below them.

    A restriction on a page holds for its translations and for aliases of any of them,
    whenever it was added, and so does one on an ancestor.
    """
    closed: tuple[str, ...] = ()
    wider = _shortest(restricted)
    while wider != closed:  # what stands below a copy has copies of its own
        closed = wider
        wider = _shortest([*closed, *_copies_of(closed)])
    return closed


def _copies_of(paths: tuple[str, ...]) -> Iterable[str]:
    """Return the paths of all translations and aliases of pages below these paths."""
    inside = Page.objects.filter(below(paths))
    translations = Page.objects.filter(
        translation_key__in=inside.values("translation_key")
    )
    aliases = Page.objects.filter(alias_of__in=inside.values("pk"))
    return translations.values_list("path", flat=True).union(
        aliases.values_list("path", flat=True)
    )


def below(paths: Iterable[str]) -> Q:
    """Return the condition that a tree path is one of these or below one."""
    return reduce(or_, (Q(path__startswith=path) for path in paths), Q())


def _shortest(paths: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not kept or not path.startswith(kept[-1]):
            kept.append(path)
    return tuple(kept)
