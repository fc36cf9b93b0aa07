"""What belongs to projects: their news and publications, in the projects' language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from cms.graphql.context import ApiContext
from cms.graphql.dependencies.aspects import declare
from cms.graphql.dependencies.keys import Key

PROJECT = "project"


def declare_project(model: type[Any]) -> None:
    """Declare that pages of a model are found by the projects that they name."""
    declare(
        model,
        PROJECT,
        lambda page: {project.translation_key.hex for project in page.projects.all()},
        lambda keys, _context: Q(projects__translation_key__in=keys),
    )


def ids_of_projects(
    pages: Sequence[Any], model: type[Any], context: ApiContext
) -> Mapping[int, list[int]]:
    """Load the visible pages that name many projects, the latest first."""
    owners = {(page.translation_key, page.locale_id): page.pk for page in pages}
    label = model._meta.label_lower
    context.notes.add(
        *(Key(label, PROJECT, key.hex, locale_id) for key, locale_id in owners)
    )
    rows = context.gate.visible(model.objects.filter(alias_of=None)).filter(
        projects__translation_key__in={key for key, _locale in owners},
        locale_id__in={locale_id for _key, locale_id in owners},
    )
    found: dict[int, list[int]] = {pk: [] for pk in owners.values()}
    for key, locale_id, pk in rows.order_by("-date", "pk").values_list(
        "projects__translation_key", "locale_id", "pk"
    ):
        owner = owners.get((key, locale_id))
        if owner is not None and pk not in found[owner]:
            found[owner].append(pk)
    return found


def load_pages(model: type[Any]) -> Any:
    """Return what loads pages of a model by id."""

    def by_id(ids: Iterable[int], context: ApiContext) -> Mapping[int, Any]:
        return model.objects.in_bulk(list(ids))

    return by_id
