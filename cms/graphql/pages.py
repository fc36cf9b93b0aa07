"""What every page shows: our page interface, in place of Grapple's."""

import graphene
from grapple.registry import registry

from cms.core.publicpaths import address
from cms.graphql import loaders
from cms.graphql.locales import Language
from cms.graphql.paging import checked_limit, checked_offset
from cms.graphql.planner.columns import reads
from cms.graphql.planner.whole_pages import model_of
from cms.graphql.seo import Seo, SeoSubject


class Breadcrumb(graphene.ObjectType):
    """A page on the way from the home page."""

    title = graphene.String(required=True, description="The page's title.")
    path = graphene.String(required=True, description="The page's public path.")


class Translation(graphene.ObjectType):
    """A page's text in a language."""

    locale = graphene.Field(Language, required=True, description="The language.")
    title = graphene.String(required=True, description="The title in that language.")
    path = graphene.String(required=True, description="The public path there.")
    is_stale = graphene.Boolean(
        required=True,
        description="Whether it was made from an older text than the published "
        "original has. Always false for the original.",
    )

    def resolve_locale(page, info):
        return info.context.code_of(page.locale_id)

    def resolve_path(page, info):
        return info.context.gate.path_of(page)

    def resolve_is_stale(page, info):
        return bool(info.context.batches.load(page, stale_marks))


def stale_marks(pages):
    """Tell which of many pages are stale, with one statement."""
    from cms.translations.published import stale_among

    stale = stale_among([page.pk for page in pages])
    return {page.pk: page.pk in stale for page in pages}


class PageInterface(graphene.Interface):
    """A page of any kind."""

    id = graphene.ID(required=True, description="Identifies the page in its language.")
    title = graphene.String(required=True, description="The page's title.")
    slug = graphene.String(required=True, description="The last part of its path.")
    path = graphene.String(
        required=True,
        description="Where the frontend serves it, language first: `/fr/actualites/`.",
    )
    url = graphene.String(
        required=True, description="`path` with the public address in front."
    )
    url_path = graphene.String(
        required=True, description="`path` without the language."
    )
    content_type = graphene.String(
        required=True, description="App and model, such as `news.NewsPage`."
    )
    page_type = graphene.String(
        required=True, description="The name of its GraphQL type."
    )
    locale = graphene.Field(
        Language, required=True, description="The language that it is written in."
    )
    is_fallback = graphene.Boolean(
        required=True,
        description="Whether it stands in for a page that the asked language lacks.",
    )
    first_published_at = graphene.DateTime(description="When it first became public.")
    last_published_at = graphene.DateTime(description="When it was last published.")
    breadcrumbs = graphene.List(
        graphene.NonNull(Breadcrumb),
        required=True,
        description="The public pages above it, from the home page down.",
    )
    translations = graphene.List(
        graphene.NonNull(Translation),
        required=True,
        description="The languages in which it is public, its own included.",
    )
    seo = graphene.Field(
        Seo, required=True, description="What search engines and shared links show."
    )
    parent = graphene.Field(
        lambda: PageInterface, description="The page above it; null where not public."
    )
    children = graphene.List(
        graphene.NonNull(lambda: PageInterface),
        required=True,
        limit=graphene.Int(description="How many; 20 unless told, 100 at most."),
        offset=graphene.Int(description="How many to leave out first."),
        description="The public pages directly below it, in the order of the tree.",
    )

    @classmethod
    def resolve_type(cls, instance, info):
        return registry.pages[model_of(instance)]

    def resolve_id(page, info):
        return page.pk

    def resolve_path(page, info):
        return info.context.gate.path_of(page)

    def resolve_url(page, info):
        return address(info.context.gate.path_of(page))

    def resolve_url_path(page, info):
        return "/" + info.context.gate.path_of(page).split("/", 2)[2]

    def resolve_content_type(page, info):
        model = model_of(page)
        return f"{model._meta.app_label}.{model.__name__}"

    def resolve_page_type(page, info):
        return registry.pages[model_of(page)]._meta.name

    def resolve_locale(page, info):
        return info.context.code_of(page.locale_id)

    def resolve_is_fallback(page, info):
        return getattr(page, "is_fallback", False)

    def resolve_breadcrumbs(page, info):
        gate = info.context.gate
        above = info.context.batches.load(page, loaders.ancestors, info.context)
        return [Breadcrumb(title=p.title, path=gate.path_of(p)) for p in above]

    def resolve_translations(page, info):
        return info.context.batches.load(page, loaders.translations, info.context)

    @reads("social_image", "cover", "hero_picture")
    def resolve_seo(page, info):
        return SeoSubject(page, info.context)

    def resolve_parent(page, info):
        return info.context.batches.load(page, loaders.parents, info.context)

    def resolve_children(page, info, limit=None, offset=None):
        count, start = checked_limit(limit, "limit"), checked_offset(offset)
        return info.context.batches.load(
            page, loaders.children, count, start, info.context
        )
