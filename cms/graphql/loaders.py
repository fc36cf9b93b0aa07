"""One statement per relation, for all objects of a list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, Q, QuerySet
from wagtail.models import Page, TranslatableMixin

from cms.graphql.context import ApiContext
from cms.graphql.dependencies.aspects import PARENT, versions
from cms.graphql.planner.remembered import among_ids, remembered


def localized(
    objects: Iterable[Any], locale_id: int, context: ApiContext
) -> dict[Any, Any]:
    """Map each object's translation key to what a reader of a language gets.

    That is the translation where one is visible, else the object itself where it is.
    """
    objects = list(objects)
    keys = {thing.translation_key for thing in objects}
    foreign = {
        thing.translation_key for thing in objects if thing.locale_id != locale_id
    }
    found = {
        thing.translation_key: thing for thing in objects if context.gate.admits(thing)
    }
    if foreign:
        model = type(objects[0])
        context.notes.add(*(versions(model, key, locale_id) for key in foreign))
        manager = Page.objects if issubclass(model, Page) else model._default_manager
        rows = manager.filter(translation_key__in=foreign, locale_id=locale_id)
        visible = context.gate.visible(rows)
        for thing in context.pages(visible) if issubclass(model, Page) else visible:
            if getattr(thing, "alias_of_id", None) is None:
                found[thing.translation_key] = thing
    return {key: found[key] for key in keys if key in found}


def related(owners: Sequence[Any], name: str, context: ApiContext) -> Mapping[int, Any]:
    """Load what a foreign key of many objects leads to, in each object's language."""
    field = owners[0]._meta.get_field(name)
    rows = _referred(owners, field, context)
    if not issubclass(field.related_model, TranslatableMixin):
        return {
            owner.pk: thing
            for owner in owners
            if context.gate.admits(thing := rows.get(getattr(owner, field.attname)))
        }
    answers: dict[int, Any] = {}
    for locale_id, group in _by_locale(owners).items():
        wanted = [
            rows[pk] for owner in group if (pk := getattr(owner, field.attname)) in rows
        ]
        found = localized(wanted, locale_id, context) if wanted else {}
        for owner in group:
            row = rows.get(getattr(owner, field.attname))
            if row is not None and row.translation_key in found:
                answers[owner.pk] = found[row.translation_key]
    return answers


def _referred(owners: Sequence[Any], field: Any, context: ApiContext) -> dict[int, Any]:
    """Return the rows that a foreign key leads to, loaded along or not."""
    ids = {pk: owner for owner in owners if (pk := getattr(owner, field.attname))}
    if all(field.is_cached(owner) for owner in ids.values()):
        return {pk: getattr(owner, field.name) for pk, owner in ids.items()}
    return _rows(field.related_model, ids, context)


def related_many(
    owners: Sequence[Any], name: str, context: ApiContext
) -> Mapping[int, list[Any]]:
    """Load a many-to-many relation of many objects, in each object's language."""
    field = owners[0]._meta.get_field(name)
    through = field.remote_field.through
    owner_name, target_name = field.m2m_field_name(), field.m2m_reverse_field_name()
    pairs = list(
        through.objects.filter(**{f"{owner_name}__in": [o.pk for o in owners]})
        .order_by("pk")
        .values_list(f"{owner_name}_id", f"{target_name}_id")
    )
    return _spread(owners, pairs, field.related_model, context)


def children_to(
    owners: Sequence[Any],
    accessor: str,
    target: str,
    context: ApiContext,
    joined: tuple[str, ...] = (),
) -> Mapping[int, list[Any]]:
    """Load what the ordered rows of many pages lead to, in each page's language.

    ``joined`` names references of the target whose rows come along.
    """
    relation = owners[0]._meta.get_field(accessor)
    model, owner_name = relation.related_model, relation.field.name
    target_model = model._meta.get_field(target).related_model
    ids = [owner.pk for owner in owners]

    def children() -> Any:
        return model.objects.filter(among_ids(owner_name)).order_by("sort_order")

    if issubclass(target_model, Page):  # its own table is another statement's
        found = remembered(
            (model, owner_name, target),
            lambda: children().values_list(f"{owner_name}_id", f"{target}_id"),
        ).rows(ids)
        return _spread(owners, list(found), target_model, context)
    further = [f"{target}__{name}" for name in joined]
    along = remembered(
        (model, owner_name, target, joined),
        lambda: children().select_related(target, *further),
    ).load(ids)
    pairs = [
        (getattr(row, f"{owner_name}_id"), getattr(row, f"{target}_id"))
        for row in along
    ]
    rows = {getattr(row, f"{target}_id"): getattr(row, target) for row in along}
    return _spread(owners, pairs, target_model, context, rows)


def _spread(
    owners: Sequence[Any],
    pairs: Sequence[Sequence[int]],
    model: type[Model],
    context: ApiContext,
    known: Mapping[int, Any] | None = None,
) -> Mapping[int, list[Any]]:
    rows = known or _rows(model, {target for _owner, target in pairs}, context)
    answers: dict[int, list[Any]] = {owner.pk: [] for owner in owners}
    locales = {owner.pk: getattr(owner, "locale_id", None) for owner in owners}
    wanted: dict[Any, list[Any]] = defaultdict(list)
    for owner_pk, target_pk in pairs:
        if target_pk in rows:
            wanted[locales[owner_pk]].append(rows[target_pk])
    translatable = issubclass(model, TranslatableMixin)
    found = {
        locale_id: localized(things, locale_id, context) if translatable else {}
        for locale_id, things in wanted.items()
    }
    for owner_pk, target_pk in pairs:
        row = rows.get(target_pk)
        if row is None:
            continue
        if translatable:
            row = found[locales[owner_pk]].get(row.translation_key)
        if context.gate.admits(row) and row not in answers[owner_pk]:
            answers[owner_pk].append(row)
    return answers


def _rows(model: type[Any], ids: Iterable[int], context: ApiContext) -> dict[int, Any]:
    ids = set(ids)
    if not ids:
        return {}
    if issubclass(model, Page):
        pages = context.pages(Page.objects.filter(pk__in=ids))
        return {page.pk: page for page in pages}
    return model._default_manager.in_bulk(ids)


def _by_locale(owners: Iterable[Any]) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = defaultdict(list)
    for owner in owners:
        groups[owner.locale_id].append(owner)
    return groups


def translations(
    pages: Sequence[Page], context: ApiContext
) -> Mapping[int, list[Page]]:
    """Load the visible translations of many pages, each page's own one included.

    An alias has those of the page that it shows.
    """
    shown = originals(pages, context)
    keys = {page.pk: shown.get(page.pk, page).translation_key for page in pages}
    rows = Page.objects.filter(translation_key__in=keys.values(), alias_of=None)
    context.notes.add(*(versions(Page, key) for key in keys.values()))
    found: dict[Any, list[Page]] = defaultdict(list)
    order = list(context.roots)
    for row in context.gate.visible(rows):
        found[row.translation_key].append(row)
    for rows_of_key in found.values():
        rows_of_key.sort(key=lambda page: order.index(context.code_of(page.locale_id)))
    return {pk: found[key] for pk, key in keys.items()}


def originals(pages: Sequence[Page], context: ApiContext) -> Mapping[int, Page]:
    """Load the page that each alias shows; other pages are left out."""
    ids = {page.alias_of_id for page in pages if page.alias_of_id}
    context.notes.add_rows(Page, ids)
    rows = (
        context.pages(context.gate.visible(Page.objects.filter(pk__in=ids)))
        if ids
        else []
    )
    by_pk = {row.pk: row for row in rows}
    return {
        page.pk: by_pk[page.alias_of_id] for page in pages if page.alias_of_id in by_pk
    }


def ancestors(pages: Sequence[Page], context: ApiContext) -> Mapping[int, list[Page]]:
    """Load the visible ancestors of many pages, from the home page down."""
    step = Page.steplen
    paths = {
        page.path[:length]
        for page in pages
        for length in range(step, len(page.path), step)
    }
    rows = context.pages(Page.objects.filter(path__in=paths).order_by("path"))
    found = context.gate.admitted(rows)
    return {
        page.pk: [
            row for row in found if row.pk != page.pk and page.path.startswith(row.path)
        ]
        for page in pages
    }


def parents(pages: Sequence[Page], context: ApiContext) -> Mapping[int, Page]:
    """Load the visible parents of many pages."""
    step = Page.steplen
    paths = {page.path[:-step] for page in pages}
    rows = context.pages(Page.objects.filter(path__in=paths))
    by_path = {row.path: row for row in context.gate.admitted(rows)}
    return {
        page.pk: by_path[page.path[:-step]]
        for page in pages
        if page.path[:-step] in by_path
    }


def children(
    pages: Sequence[Page], limit: int, offset: int, context: ApiContext
) -> Mapping[int, list[Page]]:
    """Load the first visible children of many pages, in the order of the tree."""
    if not limit:
        return {page.pk: [] for page in pages}
    step = Page.steplen
    context.notes.add(*(PARENT.key(page.pk) for page in pages))
    visible = context.gate.visible(Page.objects.all()).filter(alias_of=None)
    first = visible.filter(
        path__startswith=OuterRef("path"), depth=OuterRef("depth") + 1
    ).order_by("path")
    ids = _first_ids(pages, first, limit, offset)
    found: dict[int, list[Page]] = {page.pk: [] for page in pages}
    by_path = {page.path: page.pk for page in pages}
    for row in context.pages(visible.filter(pk__in=ids).order_by("path")):
        found[by_path[row.path[:-step]]].append(row)
    return found


def _first_ids(
    pages: Sequence[Page], rows: QuerySet[Page], limit: int, offset: int
) -> set[int]:
    """Return the ids of the first rows of each page, with one lateral statement."""
    arrays = (
        Page.objects.filter(pk__in=[page.pk for page in pages])
        .annotate(first=ArraySubquery(rows.values("pk")[offset : offset + limit]))
        .values_list("first", flat=True)
    )
    return {pk for array in arrays for pk in array}


def of_known_types(pages: Any) -> Any:
    """Keep pages whose model has a GraphQL type."""
    return pages.type(*_known_models())


@cache
def _known_models() -> tuple[type[Page], ...]:
    from cms.graphql.builder import page_models

    return tuple(page_models())


def without_foreign_aliases(pages: Any) -> Any:
    """Leave out pages that only show another language's page."""
    return pages.filter(Q(alias_of=None) | Q(alias_of__locale_id=F("locale_id")))
