"""Projects in the API."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import graphene
from django.db.models import Exists, OuterRef, Q
from grapple.registry import registry

from cms.core.models import Topic
from cms.core.vocabularies.countries import CHOICES, country_name
from cms.core.vocabularies.goals import GOALS
from cms.graphql import facets, loaders
from cms.graphql.connections import OrderBy, connection_type
from cms.graphql.context import ApiContext
from cms.graphql.dependencies.aspects import PARENT, declare, versions
from cms.graphql.dependencies.filters import judged
from cms.graphql.dependencies.keys import Key
from cms.graphql.drafts import reads_draft
from cms.graphql.enums import enum_for, plain
from cms.graphql.extensions import extend, query
from cms.graphql.listing import (
    Filter,
    Listing,
    has_term,
    is_one_of,
    list_arguments,
    order_enum,
    overlaps,
    resolve_list,
)
from cms.graphql.nested import NESTED_ARGUMENTS, NestedConnection
from cms.graphql.page_lists import PageConnection
from projects.models import Participation, ParticipationRole, ProjectPage, ProjectStatus

ParticipationConnection = connection_type(
    "Participation", lambda: registry.snippets[Participation]
)


class Budget(graphene.ObjectType):
    """What a project costs, and how much of it a funder pays."""

    amount = graphene.Decimal(description="In the currency's units.")
    currency = graphene.String(description="ISO 4217.")
    cofunding_percent = graphene.Float(description="The funder's part, in per cent.")

    def resolve_amount(page: ProjectPage, info):
        return page.budget_amount

    def resolve_currency(page: ProjectPage, info):
        return page.budget_currency if page.budget_amount is not None else None


@extend(ProjectPage)
class ProjectFields:
    """What a project's columns do not say."""

    budget = graphene.Field(Budget, description="Null where nothing is said of it.")
    participations = graphene.Field(
        ParticipationConnection,
        required=True,
        roles=graphene.List(
            graphene.NonNull(enum_for(ParticipationRole)),
            description="Only these parts.",
        ),
        description="Who takes part.",
        **NESTED_ARGUMENTS,
    )
    subprojects = graphene.Field(
        PageConnection,
        required=True,
        description="The projects that it consists of.",
        **NESTED_ARGUMENTS,
    )

    def resolve_budget(page: ProjectPage, info):
        known = page.budget_amount is not None or page.cofunding_percent is not None
        return page if known else None

    def resolve_participations(page: ProjectPage, info, roles=None, **paging: Any):
        key = (tuple(sorted(set(plain(roles or [])))), info.context)
        return NestedConnection(
            page, info.context, participation_ids, participations_by_id, key, **paging
        )

    def resolve_subprojects(page: ProjectPage, info, **paging: Any):
        return NestedConnection(
            page, info.context, subproject_ids, pages_by_id, (info.context,), **paging
        )


@extend(Participation)
class ParticipationFields:
    """Both ends of a participation."""

    organisation = graphene.Field(
        lambda: registry.snippets[_organisation_model()],
        required=True,
        description="Who takes part.",
    )
    project = graphene.Field(
        lambda: registry.pages[ProjectPage], required=True, description="In what."
    )

    def resolve_organisation(participation: Participation, info):
        return info.context.batches.load(
            participation, loaders.related, "organisation", info.context
        )

    def resolve_project(participation: Participation, info):
        return info.context.batches.load(
            participation, loaders.related, "project", info.context
        )


def _organisation_model() -> Any:
    return Participation._meta.get_field("organisation").related_model


@extend(_organisation_model())
class OrganisationProjectFields:
    """What an organisation takes part in."""

    projects = graphene.Field(
        PageConnection,
        required=True,
        description="The projects of its language that it takes part in, by title.",
        **NESTED_ARGUMENTS,
    )
    participations = graphene.Field(
        ParticipationConnection,
        required=True,
        description="Its parts in the projects of its language.",
        **NESTED_ARGUMENTS,
    )

    def resolve_projects(organisation: Any, info, **paging: Any):
        return NestedConnection(
            organisation,
            info.context,
            project_ids,
            pages_by_id,
            (info.context,),
            **paging,
        )

    def resolve_participations(organisation: Any, info, **paging: Any):
        return NestedConnection(
            organisation,
            info.context,
            organisation_participation_ids,
            participations_by_id,
            (info.context,),
            **paging,
        )


def _has_visible_organisation(context: ApiContext, **named: Any) -> Exists:
    """Return whether a participation's organisation is shown in its language."""
    shown = _organisation_model().objects.filter(
        Q(pk=OuterRef("organisation"))
        | Q(
            translation_key=OuterRef("organisation__translation_key"),
            locale=OuterRef("locale"),
        ),
        **named,
    )
    return Exists(context.gate.visible(shown))


def participation_ids(
    pages: Sequence[ProjectPage], roles: tuple[str, ...], context: ApiContext
) -> Mapping[int, list[int]]:
    """Load who takes part in many projects, in the editor's order."""
    rows = Participation.objects.filter(project__in=[page.pk for page in pages])
    if roles:
        rows = rows.filter(role__in=roles)
    found = list(
        rows.annotate(is_shown=_has_visible_organisation(context))
        .order_by("sort_order", "pk")
        .values_list(
            "organisation_id",
            "organisation__translation_key",
            "locale_id",
            "is_shown",
            "project_id",
            "pk",
        )
    )
    _note_organisations(found, context)
    shown = [(project_id, pk) for *_of, shown, project_id, pk in found if shown]
    return _grouped([page.pk for page in pages], shown)


def _note_organisations(found: Iterable[Sequence[Any]], context: ApiContext) -> None:
    """Note who takes part, the hidden ones too."""
    for organisation_id, key, locale_id, *_participation in found:
        context.notes.add_rows(_organisation_model(), [organisation_id])
        context.notes.add(versions(_organisation_model(), key, locale_id))


@reads_draft(participation_ids)
def draft_participation_ids(
    draft: ProjectPage, roles: tuple[str, ...], context: ApiContext
) -> list[int]:
    """Return who takes part in a project that is being written."""
    rows = [row for row in draft.participations.all() if row.organisation_id]
    shown = context.batches.together(
        row for row in rows if not roles or row.role in roles
    )
    return [row.pk for row in shown if _names_somebody(row, context)]


def _names_somebody(row: Participation, context: ApiContext) -> bool:
    return bool(context.batches.load(row, loaders.related, "organisation", context))


def organisation_participation_ids(
    organisations: Sequence[Any], context: ApiContext
) -> Mapping[int, list[int]]:
    """Load the parts of many organisations in visible projects of their language."""
    rows = _in_visible_projects(organisations, context)
    rows = rows.order_by("project__sort_key", "pk")
    return _by_organisation(organisations, rows, "pk")


def project_ids(
    organisations: Sequence[Any], context: ApiContext
) -> Mapping[int, list[int]]:
    """Load the visible projects of many organisations in their language, each once."""
    rows = _in_visible_projects(organisations, context)
    rows = rows.order_by("project__sort_key", "pk")
    found = _by_organisation(organisations, rows, "project_id")
    return {owner: list(dict.fromkeys(ids)) for owner, ids in found.items()}


TAKES_PART = declare(
    ProjectPage,
    "organisation",
    lambda page: {
        row.organisation.translation_key.hex
        for row in page.participations.select_related("organisation")
    },
    lambda keys, _context: Q(participations__organisation__translation_key__in=keys),
)


def _in_visible_projects(organisations: Sequence[Any], context: ApiContext) -> Any:
    context.notes.add(
        *(TAKES_PART.key(o.translation_key.hex, o.locale_id) for o in organisations)
    )
    visible = context.gate.visible(ProjectPage.objects.filter(alias_of=None))
    return Participation.objects.filter(
        organisation__translation_key__in={o.translation_key for o in organisations},
        project__locale__in={o.locale_id for o in organisations},
        project__in=visible.values("pk"),
    )


def _by_organisation(
    organisations: Sequence[Any], rows: Any, value: str
) -> Mapping[int, list[int]]:
    owners = {(o.translation_key, o.locale_id): o.pk for o in organisations}
    pairs = (
        (owners.get((key, locale_id)), pk)
        for key, locale_id, pk in rows.values_list(
            "organisation__translation_key", "project__locale_id", value
        )
    )
    return _grouped(owners.values(), pairs)


def subproject_ids(
    pages: Sequence[ProjectPage], context: ApiContext
) -> Mapping[int, list[int]]:
    """Load the visible projects directly below many projects."""
    step = ProjectPage.steplen
    context.notes.add(*(PARENT.key(page.pk) for page in pages))
    by_path = {page.path: page.pk for page in pages}
    below = Q()
    for page in pages:
        below |= Q(path__startswith=page.path, depth=page.depth + 1)
    rows = context.gate.visible(ProjectPage.objects.filter(below, alias_of=None))
    ordered = rows.order_by("path").values_list("path", "pk")
    pairs = ((by_path[path[:-step]], pk) for path, pk in ordered)
    return _grouped(by_path.values(), pairs)


def _grouped(
    owners: Iterable[int], pairs: Iterable[tuple[int | None, int]]
) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = {owner: [] for owner in owners}
    for owner, pk in pairs:
        if owner in found:
            found[owner].append(pk)
    return found


def participations_by_id(
    ids: Iterable[int], context: ApiContext
) -> Mapping[int, Participation]:
    """Load participations."""
    stored = Participation.objects.in_bulk(list(ids))
    return {**stored, **context.batches.drafted(Participation)}


def pages_by_id(ids: Iterable[int], context: ApiContext) -> Mapping[int, Any]:
    """Load projects."""
    return ProjectPage.objects.in_bulk(list(ids))


ProjectConnection = connection_type(
    "Project", lambda: registry.pages[ProjectPage], facets=True
)
ProjectOrder = order_enum(
    "ProjectOrder",
    {
        "TITLE": "By title, as the language of each item orders names.",
        "NEWEST": "The latest start first.",
    },
)


@judged(also=lambda slug: [Key(_organisation_model()._meta.label_lower, "slug", slug)])
def _takes_part(slug: str, context: ApiContext) -> Q:
    rows = Participation.objects.filter(_has_visible_organisation(context, slug=slug))
    return Q(pk__in=rows.values("project"))


COUNTRY_CODES = frozenset(code for code, _name in CHOICES)
LISTING = Listing(
    model=ProjectPage,
    orders={
        "TITLE": OrderBy("TITLE", ("sort_key",)),
        "NEWEST": OrderBy("NEWEST", ("-start_date",)),
    },
    filters=(
        Filter(
            "status", is_one_of("status"), facets.by_choices("status", ProjectStatus)
        ),
        Filter(
            "countries",
            overlaps("country_codes", COUNTRY_CODES),
            facets.by_elements("country_codes", country_name),
        ),
        Filter(
            "topics",
            has_term(ProjectPage, "topics", Topic),
            facets.by_terms(Topic, "topics"),
        ),
        Filter(
            "goals",
            overlaps("goals", GOALS),
            facets.by_elements("goals", lambda number, _code: str(GOALS[int(number)])),
        ),
        Filter("organisation", _takes_part),
    ),
)


class ProjectFilter(graphene.InputObjectType):
    """Which projects to keep."""

    status = graphene.List(
        graphene.NonNull(enum_for(ProjectStatus)), description="That stand there."
    )
    countries = graphene.List(
        graphene.NonNull(graphene.String),
        description="In one of these countries (ISO 3166-1 alpha-2).",
    )
    topics = graphene.List(
        graphene.NonNull(graphene.String),
        description="About one of these topics, or a narrower one; slugs.",
    )
    goals = graphene.List(
        graphene.NonNull(graphene.Int), description="Serving one of these goals."
    )
    organisation = graphene.String(
        description="In which this one takes part; its slug."
    )


@query
class ProjectsQuery:
    """Lists of projects."""

    project_pages = graphene.Field(
        ProjectConnection,
        required=True,
        description="Projects of a language.",
        **list_arguments(ProjectOrder, ProjectFilter, "TITLE"),
    )

    def resolve_project_pages(root, info, **arguments: Any):
        return resolve_list(LISTING, info, arguments)
