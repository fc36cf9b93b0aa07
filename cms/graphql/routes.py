"""From the path in the address bar to a page, a redirect or nothing; and back."""

from dataclasses import dataclass
from typing import Any

import graphene
from wagtail.models import Page

from cms.graphql import loaders
from cms.graphql.connections import Connection, OrderBy, connection_type
from cms.graphql.context import ApiContext
from cms.graphql.dependencies.keys import all_of
from cms.graphql.errors import BadInput
from cms.graphql.extensions import query
from cms.graphql.locales import Language
from cms.graphql.pages import PageInterface
from cms.graphql.routing import Found, Redirected, find_route


class PageRoute(graphene.ObjectType):
    """The path leads to a page."""

    requested_locale = graphene.Field(
        Language, required=True, description="The language that the path names."
    )
    content_locale = graphene.Field(
        Language, required=True, description="The language of what is shown."
    )
    is_fallback = graphene.Boolean(
        required=True, description="Whether another language stands in."
    )
    page = graphene.Field(PageInterface, required=True, description="The page.")

    def resolve_requested_locale(found: Found, info):
        return found.requested

    def resolve_content_locale(found: Found, info):
        return info.context.code_of(found.page.locale_id)


class RedirectRoute(graphene.ObjectType):
    """The path has moved."""

    location = graphene.String(
        required=True, description="A public path, or another site's address."
    )
    is_permanent = graphene.Boolean(
        required=True, description="Whether to answer 301 or 302."
    )


class NotFoundRoute(graphene.ObjectType):
    """Nothing public is there."""

    suggestions = graphene.List(
        graphene.NonNull(PageInterface),
        required=True,
        description="Pages that the reader may have meant, the likeliest first.",
    )


@dataclass(frozen=True)
class Missing:
    """No route, and what may have been meant."""

    suggestions: list[Page]


class Route(graphene.Union):
    """Where a path leads."""

    class Meta:
        types = (PageRoute, RedirectRoute, NotFoundRoute)

    @classmethod
    def resolve_type(cls, instance, info):
        if isinstance(instance, Found):
            return PageRoute
        return RedirectRoute if isinstance(instance, Redirected) else NotFoundRoute


class PathEntry(graphene.ObjectType):
    """A public address."""

    path = graphene.String(required=True, description="Where the frontend serves it.")
    page_type = graphene.String(
        required=True, description="The name of the page's GraphQL type."
    )
    locale = graphene.Field(Language, required=True, description="Its language.")
    last_published_at = graphene.DateTime(description="When it last changed.")

    def resolve_path(page, info):
        return info.context.gate.path_of(page)

    def resolve_page_type(page, info):
        return page.specific_class.__name__

    def resolve_locale(page, info):
        return info.context.code_of(page.locale_id)


PathConnection = connection_type("Path", PathEntry)
MAX_PATH = 2048  # characters


@query
class RoutesQuery:
    """Paths in, pages out, and every path there is."""

    route = graphene.Field(
        Route,
        required=True,
        path=graphene.String(
            required=True, description="As in the address bar, language first."
        ),
        site=graphene.String(description="A host name; left out, the default site."),
        description="Turn a path into a page, a redirect or nothing.",
    )
    paths = graphene.Field(
        PathConnection,
        required=True,
        locale=graphene.String(description="A language; left out, all."),
        site=graphene.String(description="A host name; left out, the default site."),
        changed_since=graphene.DateTime(description="Only what was published since."),
        first=graphene.Int(description="How many; 20 unless told, 100 at most."),
        after=graphene.String(description="An `endCursor`."),
        description="Every public address, for frontends that build pages ahead.",
    )

    def resolve_route(root, info, path, site=None):
        info.context.use_site(site)
        if len(path) > MAX_PATH:
            raise BadInput("path", f"A path has at most {MAX_PATH} characters.")
        found = find_route(path, info.context)
        return found if not isinstance(found, list) else Missing(found)

    def resolve_paths(root, info, locale=None, site=None, changed_since=None, **paging):
        info.context.use_site(site)
        home = info.context.root_for(locale) if locale is not None else None
        info.context.notes.add(all_of(Page, home.locale_id if home else None))

        def rows(context: ApiContext) -> Any:
            pages = _addressable(context, locale)
            if changed_since is not None:
                pages = pages.filter(last_published_at__gte=changed_since)
            return pages

        order = OrderBy("PATH", ("path",))
        key = ("paths", (locale or "").lower(), changed_since)
        return Connection(rows, info.context, order=order, key=key, **paging)


def _addressable(context: ApiContext, locale: str | None) -> Any:
    """Return visible pages with an address of their own in their language."""
    pages = loaders.of_known_types(context.gate.visible(Page.objects.all()))
    pages = loaders.without_foreign_aliases(pages)
    if locale is not None:
        pages = pages.filter(locale_id=context.root_for(locale).locale_id)
    return pages
