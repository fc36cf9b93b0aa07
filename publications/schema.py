"""Publications in the API."""

from typing import Any

import graphene
from grapple.registry import registry

from cms.core.headings import headings
from cms.graphql import facets, loaders
from cms.graphql.connections import OrderBy, connection_type
from cms.graphql.context import ApiContext
from cms.graphql.documents import Document
from cms.graphql.enums import enum_for
from cms.graphql.extensions import extend, query
from cms.graphql.listing import (
    Filter,
    Listing,
    has_term,
    in_year,
    is_one_of,
    list_arguments,
    order_enum,
    resolve_list,
)
from cms.graphql.nested import NESTED_ARGUMENTS, NestedConnection
from cms.graphql.of_projects import declare_project, ids_of_projects, load_pages
from cms.graphql.page_lists import PageConnection
from cms.graphql.planner.columns import reads
from cms.graphql.unloaded import unloaded
from cms.graphql.vocabulary import Vocabulary
from publications.citation import Citation
from publications.models import PublicationKind, PublicationPage, Series


class TableOfContentsEntry(graphene.ObjectType):
    """A heading of the body."""

    title = graphene.String(required=True, description="The heading's words.")
    anchor = graphene.String(
        required=True, description="The fragment that leads there."
    )
    level = graphene.Int(required=True, description="From 2 to 4.")


class CitationType(graphene.ObjectType):
    """How to cite a publication."""

    text = graphene.String(required=True, description="For a list of references.")
    bibtex = graphene.String(required=True, description="For BibTeX.")
    ris = graphene.String(required=True, description="For reference managers (RIS).")

    class Meta:
        name = "Citation"


@extend(PublicationPage)
class PublicationFields:
    """What a publication's columns do not say."""

    series = graphene.Field(
        lambda: registry.snippets[Series], description="The series it belongs to."
    )
    collective_authors = graphene.List(
        graphene.NonNull(lambda: registry.snippets[_organisation_model()]),
        required=True,
        description="Organisations that wrote it.",
    )
    table_of_contents = graphene.List(
        graphene.NonNull(TableOfContentsEntry),
        required=True,
        description="The headings of the body.",
    )
    files = graphene.List(
        graphene.NonNull(Document), required=True, description="The files to download."
    )
    citation = graphene.Field(
        CitationType, required=True, description="How to cite it."
    )

    def resolve_series(page: PublicationPage, info):
        vocabulary = Vocabulary.of(Series, info.context)
        row = vocabulary.rows.get(page.series_id)
        return vocabulary.in_language(row.slug, page.locale_id) if row else None

    def resolve_collective_authors(page: PublicationPage, info):
        return _collective_authors(page, info.context)

    @reads("body")
    def resolve_table_of_contents(page: PublicationPage, info):
        return headings(unloaded(page.body))

    def resolve_files(page: PublicationPage, info):
        return info.context.batches.load(
            page, loaders.children_to, "files", "document", info.context
        )

    def resolve_citation(page: PublicationPage, info):
        context = info.context
        people = context.batches.load(
            page, loaders.children_to, "page_authors", "person", context
        )
        return Citation(
            title=page.title,
            year=page.date.year,
            authors=[person.name for person in people],
            collectives=[found.name for found in _collective_authors(page, context)],
            kind=page.kind,
            doi=page.doi,
            isbn=page.isbn,
            url=context.gate.path_of(page),
            language=context.code_of(page.locale_id),
            slug=page.slug,
        )


def _organisation_model() -> Any:
    return PublicationPage._meta.get_field("collective_authors").related_model


def _collective_authors(page: PublicationPage, context: ApiContext) -> list[Any]:
    return context.batches.load(
        page, loaders.related_many, "collective_authors", context
    )


declare_project(PublicationPage)
publications_by_id = load_pages(PublicationPage)


@extend(PublicationPage._meta.get_field("projects").related_model)
class ProjectPublicationFields:
    """What came out of a project."""

    publications = graphene.Field(
        PageConnection,
        required=True,
        description="Its publications in its language, the latest first.",
        **NESTED_ARGUMENTS,
    )

    def resolve_publications(page: Any, info, **paging: Any):
        key = (PublicationPage, info.context)
        return NestedConnection(
            page, info.context, ids_of_projects, publications_by_id, key, **paging
        )


PublicationConnection = connection_type(
    "Publication", lambda: registry.pages[PublicationPage], facets=True
)
PublicationOrder = order_enum(
    "PublicationOrder",
    {
        "NEWEST": "The latest first.",
        "OLDEST": "The earliest first.",
        "TITLE": "By title, as the language of each item orders names.",
    },
)
LISTING = Listing(
    model=PublicationPage,
    orders={
        "NEWEST": OrderBy("NEWEST", ("-date",)),
        "OLDEST": OrderBy("OLDEST", ("date",)),
        "TITLE": OrderBy("TITLE", ("sort_key",)),
    },
    filters=(
        Filter("kinds", is_one_of("kind"), facets.by_choices("kind", PublicationKind)),
        Filter(
            "series",
            has_term(PublicationPage, "series", Series),
            facets.by_terms(Series, "series"),
        ),
        Filter("year", in_year("date"), facets.by_year("date")),
    ),
)


class PublicationFilter(graphene.InputObjectType):
    """Which publications to keep."""

    kinds = graphene.List(
        graphene.NonNull(enum_for(PublicationKind)), description="Of these kinds."
    )
    series = graphene.String(description="Of this series; its slug.")
    year = graphene.Int(description="Of this year.")


@query
class PublicationsQuery:
    """Lists of publications."""

    publication_pages = graphene.Field(
        PublicationConnection,
        required=True,
        description="Publications of a language.",
        **list_arguments(PublicationOrder, PublicationFilter, "NEWEST"),
    )

    def resolve_publication_pages(root, info, **arguments: Any):
        return resolve_list(LISTING, info, arguments)
