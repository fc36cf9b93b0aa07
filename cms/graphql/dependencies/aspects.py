"""By which values rows are found: what narrows a list, said once for both directions.

Reading, a list notes the values that it was asked for. Writing, a row tells the values
that it has. Where they meet, the list may have changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Model, OuterRef, Q
from django.db.models.functions import Left, Length
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, TranslatableMixin

from cms.graphql.dependencies.keys import Key, Value, table_of

if TYPE_CHECKING:
    from cms.graphql.context import ApiContext


@dataclass(frozen=True)
class Aspect:
    """A value that rows of a model have.

    ``values_of`` reads it from a stored row; ``among`` is the condition that a row has
    one of some values.
    """

    model: type[Any]
    name: str
    values_of: Callable[[Any], Iterable[Value]]
    among: Callable[[Collection[Value], ApiContext], Q]

    def key(self, value: Value, locale_id: int | None = None) -> Key:
        """Return the key of the rows with a value, maybe of one language."""
        return Key(self.model._meta.label_lower, self.name, value, locale_id)

    def keys_of(self, row: Model) -> Iterator[Key]:
        """Yield the keys that a stored row is found by."""
        owner = self.model._meta
        label = table_of(type(row)) if owner.abstract else owner.label_lower
        locale_id = getattr(row, "locale_id", None)
        for value in self.values_of(row):
            yield Key(label, self.name, value)
            if locale_id is not None:
                yield Key(label, self.name, value, locale_id)


_declared: dict[tuple[type[Any], str], Aspect] = {}


def declare(
    model: type[Any],
    name: str,
    values_of: Callable[[Any], Iterable[Value]],
    among: Callable[[Collection[Value], ApiContext], Q],
) -> Aspect:
    """Declare by which values rows of a model are found."""
    found = _declared[model, name] = Aspect(model, name, values_of, among)
    return found


def aspects_of(model: type[Any]) -> list[Aspect]:
    """Return what rows of a model are found by."""
    return [found for found in _declared.values() if issubclass(model, found.model)]


def aspect_named(model: type[Any], name: str) -> Aspect:
    """Return an aspect of a model, its own where a wider model has one so called."""
    own = _declared.get((model, name))
    return own or next(found for found in aspects_of(model) if found.name == name)


def _is_child_of(page_ids: Collection[Value], _context: ApiContext) -> Q:
    above = Page.objects.filter(
        pk__in=page_ids, path=Left(OuterRef("path"), Length(OuterRef("path")) - STEP)
    )
    return Q(Exists(above))


def _parent_id(page: Page) -> Iterator[int]:
    yield from Page.objects.filter(path=page.path[:-STEP]).values_list("pk", flat=True)


STEP = Page.steplen
VERSIONS = declare(
    TranslatableMixin,
    "key",
    lambda row: [row.translation_key.hex],
    lambda keys, _context: Q(translation_key__in=keys),
)
PARENT = declare(Page, "parent", _parent_id, _is_child_of)
PLACE = declare(
    Page,
    "at",
    lambda page: [page.url_path],
    lambda places, _context: Q(url_path__in=places),
)
SLUG = declare(
    Page,
    "slug",
    lambda page: [page.slug],
    lambda slugs, _context: Q(slug__in=slugs),
)
OLD_PATH = declare(
    Redirect,
    "from",
    lambda row: [row.old_path],
    lambda paths, _context: Q(old_path__in=paths),
)


def versions(model: type[Model], key: Any, locale_id: int | None = None) -> Key:
    """Return the key of a thing in all languages, or in one."""
    return Key(table_of(model), VERSIONS.name, key.hex, locale_id)
