"""News in the API."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import graphene
from django.db.models import OuterRef, Q, Subquery
from grapple.registry import registry
from wagtail.models import Page

from cms.core.models import Topic
from cms.core.vocabularies.goals import GOALS
from cms.graphql import facets
from cms.graphql.connections import OrderBy, connection_type
from cms.graphql.context import ApiContext
from cms.graphql.dependencies.aspects import declare
from cms.graphql.drafts import reads_draft
from cms.graphql.extensions import extend, query
from cms.graphql.listing import (
    Filter,
    Listing,
    has_term,
    in_year,
    list_arguments,
    order_enum,
    overlaps,
    resolve_list,
)
from cms.graphql.nested import NESTED_ARGUMENTS, NestedConnection
from cms.graphql.of_projects import declare_project, ids_of_projects, load_pages
from cms.graphql.page_lists import PageConnection
from cms.graphql.pages import PageInterface
from cms.graphql.terms import in_page_language
from cms.graphql.vocabulary import Vocabulary
from news.models import NewsPage, Section


@extend(NewsPage)
class NewsFields:
    """What a news item's columns do not say."""

    sections = graphene.List(
        graphene.NonNull(lambda: registry.snippets[Section]),
        required=True,
        description="Where it appears, from the widest section to the narrowest.",
    )
    previous = graphene.Field(
        PageInterface, description="The item before it in its section and language."
    )
    next = graphene.Field(
        PageInterface, description="The item after it in its section and language."
    )

    def resolve_sections(page: NewsPage, info):
        slugs = Vocabulary.of(Section, info.context).chain(page.section_id)
        return in_page_language(slugs, Section, page, info)

    def resolve_previous(page: NewsPage, info):
        return _neighbour(page, "previous", info.context)

    def resolve_next(page: NewsPage, info):
        return _neighbour(page, "next", info.context)


SIDES = ("previous", "next")
IN_SECTION = declare(
    NewsPage,
    "in",
    lambda page: [page.section_id] if page.section_id else [],
    lambda ids, _context: Q(section__in=ids),
)


def _neighbour(page: NewsPage, side: str, context: ApiContext) -> Any:
    found = context.batches.load(page, neighbours, context)
    return found[SIDES.index(side)] if found else None


def neighbours(
    pages: Sequence[NewsPage], context: ApiContext
) -> Mapping[int, tuple[Any, Any]]:
    """Load the items before and after many items, by date and id, in two statements."""
    within = {(page.section_id, page.locale_id) for page in pages if page.section_id}
    context.notes.add(*(IN_SECTION.key(*place) for place in within))
    first = {
        side: Subquery(_beside(OuterRef, side, context).values("pk")[:1])
        for side in SIDES
    }
    rows = list(
        NewsPage.objects.filter(pk__in=[page.pk for page in pages])
        .order_by()
        .values_list("pk", *first.values())
    )
    wanted = {pk for _page, *sides in rows for pk in sides if pk}
    found = context.pages(Page.objects.filter(pk__in=wanted)).in_bulk()
    return {pk: (found.get(before), found.get(after)) for pk, before, after in rows}


@reads_draft(neighbours)
def neighbours_of_draft(draft: NewsPage, context: ApiContext) -> tuple[Any, Any]:
    """Load the items before and after one that is being written."""
    if draft.section_id is None:
        return None, None
    before, after = (
        _beside(lambda name: getattr(draft, name), side, context)
        .exclude(pk=draft.pk)
        .first()
        for side in SIDES
    )
    return before, after


def _beside(value_of: Callable[[str], Any], side: str, context: ApiContext) -> Any:
    """Return the items on one side of another in its section, the nearest first."""
    bound, sign = ("gt", "") if side == "next" else ("lt", "-")
    items = context.gate.visible(NewsPage.objects.filter(alias_of=None)).filter(
        Q(**{f"date__{bound}": value_of("date")})
        | Q(date=value_of("date"), **{f"pk__{bound}": value_of("pk")}),
        section=value_of("section_id"),
        locale=value_of("locale_id"),
    )
    return items.order_by(f"{sign}date", f"{sign}pk")


NewsConnection = connection_type("News", lambda: registry.pages[NewsPage], facets=True)
NewsOrder = order_enum(
    "NewsOrder",
    {
        "NEWEST": "The latest first.",
        "OLDEST": "The earliest first.",
        "TITLE": "By title, as the language of each item orders names.",
    },
)
LISTING = Listing(
    model=NewsPage,
    orders={
        "NEWEST": OrderBy("NEWEST", ("-date",)),
        "OLDEST": OrderBy("OLDEST", ("date",)),
        "TITLE": OrderBy("TITLE", ("sort_key",)),
    },
    filters=(
        Filter(
            "topics",
            has_term(NewsPage, "topics", Topic),
            facets.by_terms(Topic, "topics"),
        ),
        Filter(
            "section",
            has_term(NewsPage, "section", Section),
            facets.by_terms(Section, "section"),
        ),
        Filter(
            "goals",
            overlaps("goals", GOALS),
            facets.by_elements("goals", lambda number, _code: str(GOALS[int(number)])),
        ),
        Filter("year", in_year("date"), facets.by_year("date")),
    ),
)


class NewsFilter(graphene.InputObjectType):
    """Which news to keep."""

    topics = graphene.List(
        graphene.NonNull(graphene.String),
        description="About one of these topics, or a narrower one; slugs.",
    )
    section = graphene.String(description="In this section or below it; its slug.")
    goals = graphene.List(
        graphene.NonNull(graphene.Int), description="Serving one of these goals."
    )
    year = graphene.Int(description="Of this year.")


@query
class NewsQuery:
    """Lists of news."""

    news_pages = graphene.Field(
        NewsConnection,
        required=True,
        description="News of a language.",
        **list_arguments(NewsOrder, NewsFilter, "NEWEST"),
    )

    def resolve_news_pages(root, info, **arguments: Any):
        return resolve_list(LISTING, info, arguments)


declare_project(NewsPage)
news_by_id = load_pages(NewsPage)


@extend(NewsPage._meta.get_field("projects").related_model)
class ProjectNewsFields:
    """What happened in a project."""

    news = graphene.Field(
        PageConnection,
        required=True,
        description="Its news in its language, the latest first.",
        **NESTED_ARGUMENTS,
    )

    def resolve_news(page: Any, info, **paging: Any):
        key = (NewsPage, info.context)
        return NestedConnection(
            page, info.context, ids_of_projects, news_by_id, key, **paging
        )
