"""Grapple's documented queries, made safe and per language."""

from typing import Any

import graphene
from django.db.models import F
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce
from wagtail.models import Page

from cms.graphql import loaders
from cms.graphql.builder import page_models
from cms.graphql.dependencies.aspects import SLUG
from cms.graphql.dependencies.keys import all_of
from cms.graphql.errors import BadInput
from cms.graphql.extensions import query
from cms.graphql.pages import PageInterface
from cms.graphql.paging import checked_limit, checked_offset
from cms.graphql.routing import page_at

ORDERS = ("title", "first_published_at", "last_published_at", "path")
MAX_TYPES = 10


@query
class ClassicQuery:
    """What frontends written for Grapple send."""

    page = graphene.Field(
        PageInterface,
        id=graphene.ID(description="The page's id."),
        url_path=graphene.String(description="The path without the language."),
        slug=graphene.String(description="The last part of the path."),
        locale=graphene.String(
            description="The language for `urlPath` and `slug`; the default without."
        ),
        description="One page by id, by path or by slug; null where none is public.",
    )
    pages = graphene.List(
        graphene.NonNull(PageInterface),
        required=True,
        limit=graphene.Int(description="How many; 20 unless told, 100 at most."),
        offset=graphene.Int(description="How many to leave out first."),
        order=graphene.String(
            default_value="path",
            description="`title`, `first_published_at`, `last_published_at` or `path`, "
            "with a minus in front to turn it round.",
        ),
        content_type=graphene.String(
            description="App and model, such as `news.NewsPage`; several by commas."
        ),
        locale=graphene.String(description="A language; left out, the default."),
        description="The public pages of a language.",
    )

    def resolve_page(root, info, id=None, url_path=None, slug=None, locale=None):
        language = info.context.root_for(locale)
        if url_path is not None:
            return page_at(language, url_path.strip("/"), info.context)
        rows = loaders.of_known_types(info.context.gate.visible(Page.objects.all()))
        if id is not None:
            if not id.isascii() or not id.isdecimal() or len(id) > 18:
                raise BadInput("id", "“id” is a number.")
            info.context.notes.add_rows(Page, [int(id)])
            return info.context.pages(rows.filter(pk=int(id))).first()
        if slug is not None:
            info.context.notes.add(SLUG.key(slug, language.locale_id))
            named = rows.filter(slug=slug, locale_id=language.locale_id)
            return info.context.pages(named.order_by("path")).first()
        raise BadInput("id", "Give “id”, “urlPath” or “slug”.")

    def resolve_pages(root, info, order, content_type=None, locale=None, **paging):
        language = info.context.root_for(locale)
        rows = info.context.gate.visible(Page.objects.all())
        rows = rows.filter(locale_id=language.locale_id, alias_of=None)
        types = _types(content_type)
        noted = types if content_type else [Page]
        info.context.notes.add(*(all_of(kind, language.locale_id) for kind in noted))
        rows = rows.type(*types).order_by(_order(order, types), "pk")
        start = checked_offset(paging.get("offset"))
        end = start + checked_limit(paging.get("limit"), "limit")
        return info.context.batches.together(info.context.pages(rows)[start:end])


def _order(asked: str, types: list[Any]) -> OrderBy:
    name = asked.removeprefix("-")
    if name not in ORDERS:
        raise BadInput("order", f"“order” is one of {', '.join(ORDERS)}.")
    column = _sort_key_of(types) if name == "title" else F(name)
    return OrderBy(column, descending=asked.startswith("-"))


def _sort_key_of(types: list[Any]) -> F | Coalesce:
    """Return the sort key of a page, which is in the table of its type."""
    keys = [F(f"{model._meta.model_name}__sort_key") for model in types]
    return Coalesce(*keys) if len(keys) > 1 else keys[0]


def _types(asked: str | None) -> list[Any]:
    known = {f"{m._meta.app_label}.{m.__name__}".lower(): m for m in page_models()}
    if asked is None:
        return list(known.values())
    names = [name.strip().lower() for name in asked.split(",")]
    unknown = [name for name in names if name not in known]
    if unknown or len(names) > MAX_TYPES:
        offered = sorted(f"{m._meta.app_label}.{m.__name__}" for m in known.values())
        raise BadInput("contentType", f"“contentType” is one of {', '.join(offered)}.")
    return [known[name] for name in names]
