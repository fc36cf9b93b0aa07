"""The search query in the API."""

import graphene
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cms.graphql.connections import connection_type
from cms.graphql.enums import enum_for, plain
from cms.graphql.extensions import query
from cms.graphql.pages import PageInterface
from search.results import SearchResults


class SearchType(TextChoices):
    """Kinds of content to search in."""

    NEWS = "NEWS", _("News")
    PROJECT = "PROJECT", _("Projects")
    PUBLICATION = "PUBLICATION", _("Publications")
    PAGE = "PAGE", _("Plain pages")


class SearchHit(graphene.ObjectType):
    """Something found."""

    score = graphene.Float(
        required=True, description="How well it fits; higher is better."
    )
    page = graphene.Field(PageInterface, required=True, description="What was found.")


SearchConnection = connection_type("Search", SearchHit)


@query
class SearchQuery:
    """Finding pages by their words."""

    search = graphene.Field(
        SearchConnection,
        required=True,
        text=graphene.String(
            required=True, description="Words to look for; all of them."
        ),
        locale=graphene.String(required=True, description="The language to search in."),
        fallback=graphene.List(
            graphene.NonNull(graphene.String),
            description="Languages to look in next, for items that lack the first.",
        ),
        types=graphene.List(
            graphene.NonNull(enum_for(SearchType)), description="Only these kinds."
        ),
        first=graphene.Int(description="How many; 20 unless told, 100 at most."),
        after=graphene.String(description="An `endCursor`."),
        description="Public pages that have these words, the best first.",
    )

    def resolve_search(root, info, text, locale, fallback=None, types=None, **paging):
        chain = info.context.chain_for(locale, fallback)
        return SearchResults(info.context, chain, text, plain(types or []), **paging)
