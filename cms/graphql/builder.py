"""GraphQL types from the declarations on models and blocks.

Grapple's own builder exposes every column of a model; this one builds what was declared
and nothing else, and puts the types where Grapple's declarations look them up: into its
registry (docs/adr/0003).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import graphene
from django.apps import apps
from django.db.models import Model, TextChoices
from grapple.models import GraphQLField
from grapple.registry import registry
from grapple.types.interfaces import StreamFieldInterface as GrappleStreamField
from grapple.types.rich_text import RichText as GrappleRichText
from wagtail.blocks import Block, StreamBlock
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.core.declarations import Declared
from cms.graphql import resolvers
from cms.graphql.block_types import declarations, places
from cms.graphql.blocks import StreamFieldInterface
from cms.graphql.countries import Country
from cms.graphql.documents import Document
from cms.graphql.enums import enum_for
from cms.graphql.extensions import extensions_of
from cms.graphql.images import Image
from cms.graphql.locales import Language
from cms.graphql.pages import PageInterface

EMPTY: Mapping[str, graphene.Field] = {}
CONTENT_APPS = ("core", "home", "news", "projects", "publications", "network")
KINDS = {
    "country": Country,
    "date": graphene.Date,
    "decimal": graphene.Decimal,
    "document": Document,
    "locale": Language,
    "picture": Image,
}


def build_types() -> list[type]:
    """Build the types of every declared page, snippet and block; return them all."""
    registry.streamfield_blocks.clear()  # Grapple's stock blocks would win over ours
    registry.images[get_image_model()] = Image
    registry.documents[get_document_model()] = Document
    for model in _declared_models():
        if issubclass(model, Page):
            registry.pages[model] = _build(model, PageInterface)
        else:
            registry.snippets[model] = _build(model)
    build_blocks(_declared_streams())
    return [
        *(
            registry.pages[model]
            for model in _declared_models()
            if issubclass(model, Page)
        ),
        *registry.streamfield_blocks.values(),
    ]


def page_models() -> list[type[Page]]:
    """Return the page models that have a type."""
    return [model for model in _declared_models() if issubclass(model, Page)]


def _declared_models() -> list[type[Model]]:
    return [model for model in _content_models() if hasattr(model, "graphql_fields")]


def _content_models() -> list[type[Model]]:
    return [
        model
        for label in CONTENT_APPS
        for model in apps.get_app_config(label).get_models()
    ]


def _declared_streams() -> Iterator[tuple[StreamBlock, bool]]:
    """Yield the streams of all models, and whether a type shows each."""
    for model in _content_models():
        declared = {field.field_source for field in declarations(model)}
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                yield field.stream_block, field.name in declared


def build_blocks(streams: Iterable[tuple[StreamBlock, bool]]) -> None:
    """Build the types of all blocks that stand in these streams, at any depth."""
    for block, place in places(streams).items():
        interface = StreamFieldInterface if place.is_streamed else None
        has_id = place.is_item and not place.is_streamed
        registry.streamfield_blocks[block] = _build(
            block, interface, more={"id": _item_id()} if has_id else {}
        )


def _item_id() -> graphene.Field:
    return graphene.Field(
        graphene.String,
        description="Stays the same as long as the item does.",
        resolver=lambda node, info: node.id,
    )


def _build(
    owner: type, *interfaces: type | None, more: Mapping[str, graphene.Field] = EMPTY
) -> type[graphene.ObjectType]:
    extensions = extensions_of(owner)
    resolved = {name for extension in extensions for name in dir(extension)}
    fields = {
        declared.field_name: _field(
            declared, has_resolver=f"resolve_{declared.field_name}" in resolved
        )
        for declared in declarations(owner)
    }
    meta = {
        "name": _name(owner),
        "description": _description(owner),
        "interfaces": tuple(found for found in interfaces if found),
    }
    body = {**more, **fields, "Meta": type("Meta", (), meta)}
    return type(_name(owner), (*extensions, graphene.ObjectType), body)


def _name(owner: Any) -> str:
    if issubclass(owner, Block):
        return getattr(owner._meta_class, "graphql_name", owner.__name__)
    return owner.__name__


def _description(owner: Any) -> str:
    if issubclass(owner, Block):
        return (
            str(getattr(owner._meta_class, "graphql_description", "")) or owner.__doc__
        )
    return str(owner.__doc__)


def _field(declared: Declared | GraphQLField, *, has_resolver: bool) -> graphene.Field:
    build = _ours if isinstance(declared, Declared) else _grapples
    field_type, resolver = build(declared)
    return graphene.Field(
        field_type,
        description=declared.description,
        resolver=None if has_resolver else resolver,
    )


def _ours(declared: Declared) -> tuple[Any, resolvers.Resolver]:
    kind, source = declared.kind, declared.field_source
    field_type: Any
    if isinstance(kind, str):
        field_type = KINDS[kind]
    elif issubclass(kind, TextChoices):
        field_type = enum_for(kind)
    else:
        field_type = lambda: registry.streamfield_blocks[kind]  # noqa: E731 read late
    if declared.is_list:
        field_type = graphene.List(graphene.NonNull(field_type))
    if declared.required:
        field_type = graphene.NonNull(field_type)
    return field_type, _resolver_of(declared, source)


def _resolver_of(declared: Declared, source: str) -> resolvers.Resolver:
    match declared.kind:
        case "picture":
            return resolvers.picture(declared)
        case "document":
            return resolvers.reference(source, is_list=declared.is_list)
        case "country":
            return resolvers.countries(source, is_list=declared.is_list)
        case "locale":
            return resolvers.locale
        case kind if isinstance(kind, type) and issubclass(kind, Block):
            return resolvers.struct(declared)
    return resolvers.required(source) if declared.required else resolvers.plain(source)


def _grapples(declared: GraphQLField) -> tuple[Any, resolvers.Resolver]:
    """Translate a declaration of Grapple's into our types and resolvers."""
    inner, is_required = _unwrap(declared.field_type)
    is_list = isinstance(inner, graphene.List)
    if is_list:
        inner, _ = _unwrap(inner.of_type)
    source = declared.field_source
    if inner is GrappleStreamField:
        return _listed(StreamFieldInterface), resolvers.stream(source)
    if inner is GrappleRichText:
        resolver = resolvers.rich_text(source, is_required=is_required)
        return _maybe_required(graphene.String, is_required=is_required), resolver
    if inner is PageInterface:
        field_type = _listed(inner) if is_list else inner
        return field_type, resolvers.reference(source, is_list=is_list)
    if isinstance(inner, type) and issubclass(inner, graphene.Scalar):
        if is_list:
            return _listed(inner), resolvers.values(source)
        resolve = resolvers.required if is_required else resolvers.plain
        return _maybe_required(inner, is_required=is_required), resolve(source)
    return _maybe_required(inner, is_required=is_required), resolvers.reference(source)


def _listed(inner: Any) -> graphene.NonNull:
    return graphene.NonNull(graphene.List(graphene.NonNull(inner)))


def _unwrap(field_type: Any) -> tuple[Any, bool]:
    if isinstance(field_type, graphene.NonNull):
        return field_type.of_type, True
    is_required = bool(getattr(field_type, "kwargs", {}).get("required"))
    return field_type, is_required


def _maybe_required(field_type: Any, *, is_required: bool) -> Any:
    return graphene.NonNull(field_type) if is_required else field_type
