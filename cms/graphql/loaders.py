"""One statement per relation, for all objects of a list."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from wagtail.models import Page, TranslatableMixin

from cms.graphql.context import ApiContext
from cms.graphql.dependencies.aspects import PARENT, versions
from cms.graphql.planner.remembered import among_ids, remembered
from cms.graphql.planner.whole_pages import with_types

Place = tuple[int, int | None]  # the id that was chosen, and the reader's language
Joined = tuple[str, ...]
NOTHING: Mapping[int, Any] = {}


def in_languages(
    model: type[Any],
    wanted: Collection[Place],
    context: ApiContext,
    known: Mapping[int, Any] = NOTHING,
    joined: Joined = (),
) -> dict[Place, Any]:
    """Map ids with languages to what a reader of the language gets, in one statement.

    That is the translation where one is visible, else the row itself where it is.
    ``known`` are rows that have been loaded; ``joined`` are references to load along.
    """
    missing = {
        (pk, locale_id)
        for pk, locale_id in wanted
        if pk not in known or _is_foreign(known[pk], locale_id)
    }
    rows = [*known.values(), *_versions(model, missing, context, joined)]
    by_pk = {row.pk: row for row in rows}
    by_language = {
        (row.translation_key, row.locale_id): row
        for row in rows
        if issubclass(model, TranslatableMixin)
        and getattr(row, "alias_of_id", None) is None
    }
    context.notes.add_rows(model, {pk for pk, _locale_id in wanted})
    found: dict[Place, Any] = {}
    for pk, locale_id in wanted:
        row = by_pk.get(pk)
        if row is not None and _is_foreign(row, locale_id):
            context.notes.add(versions(model, row.translation_key, locale_id))
            translated = by_language.get((row.translation_key, locale_id))
            row = translated if context.gate.admits(translated) else row
        if context.gate.admits(row):
            found[pk, locale_id] = row
    return found if context.is_planned else _typed(found)


def _typed(found: dict[Place, Any]) -> dict[Place, Any]:
    """Return pages with the columns of their types, which no plan adds later."""
    pages = {row.pk: row for row in found.values() if type(row) is Page}
    typed = with_types(list(pages.values()))
    return {
        place: typed.get(row.pk, row) if type(row) is Page else row
        for place, row in found.items()
    }


def _is_foreign(row: Any, locale_id: int | None) -> bool:
    return isinstance(row, TranslatableMixin) and row.locale_id != locale_id


def _versions(
    model: type[Any], wanted: Collection[Place], context: ApiContext, joined: Joined
) -> list[Any]:
    """Return the rows of these ids, and their translations into these languages."""
    ids = {pk for pk, _locale_id in wanted}
    if not ids:
        return []
    locales = tuple(sorted({locale_id for _pk, locale_id in wanted if locale_id}))

    def compose() -> QuerySet[Any]:
        rows = model._default_manager.all()
        rows = rows.select_related(*joined) if joined else rows
        if not issubclass(model, TranslatableMixin):
            return rows.filter(among_ids("pk"))
        named = model._default_manager.filter(among_ids("pk"))
        return rows.filter(
            among_ids("pk") | Q(locale_id__in=locales),
            translation_key__in=named.values("translation_key"),
        )

    return remembered(("versions", model, locales, joined), compose).load(ids)


def related(owners: Sequence[Any], name: str, context: ApiContext) -> Mapping[int, Any]:
    """Load what a foreign key of many objects leads to, in each object's language."""
    field = owners[0]._meta.get_field(name)
    places = {
        owner.pk: (pk, getattr(owner, "locale_id", None))
        for owner in owners
        if (pk := getattr(owner, field.attname))
    }
    known = {
        getattr(owner, field.attname): getattr(owner, name)
        for owner in owners
        if owner.pk in places and field.is_cached(owner)
    }
    model = Page if issubclass(field.related_model, Page) else field.related_model
    found = in_languages(model, set(places.values()), context, known)
    context.batches.together(_loaded_along(owners, field.related_model))
    return {pk: found[place] for pk, place in places.items() if place in found}


def _loaded_along(owners: Sequence[Any], model: type[Any]) -> Iterator[Any]:
    """Yield all rows of a model that came with their owners, by whichever reference."""
    for field in owners[0]._meta.concrete_fields:
        if field.related_model is model:
            for owner in owners:
                if field.is_cached(owner) and getattr(owner, field.attname):
                    yield getattr(owner, field.name)


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
    return spread(owners, pairs, field.related_model, context)


def children_to(
    owners: Sequence[Any],
    accessor: str,
    target: str,
    context: ApiContext,
    joined: Joined = (),
) -> Mapping[int, list[Any]]:
    """Load what the ordered rows of many pages lead to, in each page's language.

    ``joined`` names references of the target whose rows come along.
    """
    relation = owners[0]._meta.get_field(accessor)
    model, owner_name = relation.related_model, relation.field.name
    target_model = model._meta.get_field(target).related_model
    further = [f"{target}__{name}" for name in joined]

    def compose() -> QuerySet[Any]:
        children = model.objects.filter(among_ids(owner_name)).order_by("sort_order")
        return children.select_related(target, *further)

    rows = remembered((model, owner_name, target, joined), compose).load(
        owner.pk for owner in owners
    )
    pairs = [
        (getattr(row, f"{owner_name}_id"), getattr(row, f"{target}_id")) for row in rows
    ]
    known = {getattr(row, f"{target}_id"): getattr(row, target) for row in rows}
    return spread(owners, pairs, target_model, context, known, joined)


def spread(
    owners: Sequence[Any],
    pairs: Sequence[Sequence[int]],
    model: type[Any],
    context: ApiContext,
    known: Mapping[int, Any] = NOTHING,
    joined: Joined = (),
) -> Mapping[int, list[Any]]:
    """Give each owner what it is paired with, in its language, each once."""
    model = Page if issubclass(model, Page) else model
    locales = {owner.pk: getattr(owner, "locale_id", None) for owner in owners}
    places = {(target, locales[owner]) for owner, target in pairs}
    found = in_languages(model, places, context, known, joined)
    answers: dict[int, list[Any]] = {owner.pk: [] for owner in owners}
    for owner, target in pairs:
        thing = found.get((target, locales[owner]))
        if thing is not None and thing not in answers[owner]:
            answers[owner].append(thing)
    return answers


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
