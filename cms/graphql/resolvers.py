"""How declared fields are resolved, on models and on blocks alike."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import URLField
from wagtail.blocks import StreamValue

from cms.core.declarations import Declared
from cms.core.richtext.addresses import followable
from cms.graphql import loaders
from cms.graphql.blocks import BlockNode, child_nodes, html_of, stream_nodes
from cms.graphql.chosen import Chosen, chosen, linked
from cms.graphql.context import ApiContext
from cms.graphql.images import Picture
from cms.graphql.targets import Targets, look_up

Resolver = Callable[..., Any]


def read(owner: Any, source: str) -> Any:
    """Return a value of a model instance or of a block."""
    if isinstance(owner, BlockNode):
        return owner.read(source)
    value = getattr(owner, source)
    return followable(value) if source in _addresses(owner._meta.label) else value


@cache
def _addresses(label: str) -> frozenset[str]:
    """Return the columns of a model that hold addresses."""
    fields = apps.get_model(label)._meta.get_fields()
    return frozenset(field.name for field in fields if isinstance(field, URLField))


def targets_in(owner: Any, source: str, context: ApiContext) -> Targets:
    """Return what a text of an owner names, for a reader of the owner's language."""
    if isinstance(owner, BlockNode):
        return owner.targets
    context.batches.load(owner, look_up_all, source, context)
    return Targets(context, owner.locale_id)


def look_up_all(
    owners: Sequence[Any], source: str, context: ApiContext
) -> Mapping[int, Any]:
    """Look up what a text names in all the owners of a list; each finds its own."""
    look_up(
        ((what, owner.locale_id) for owner in owners for what in _named(owner, source)),
        context,
    )
    return {}


def _named(owner: Any, source: str) -> Iterator[Chosen]:
    text = getattr(owner, source)
    if isinstance(text, StreamValue):
        return chosen(text.stream_block, list(text.raw_data))
    return linked(text)


def language_of(owner: Any, context: ApiContext) -> str:
    """Return the language that an owner is written in."""
    if isinstance(owner, BlockNode):
        return owner.language_code
    return context.code_of(owner.locale_id)


def plain(source: str) -> Resolver:
    """Resolve a value as it stands; an empty one is absent."""

    def resolve(owner: Any, info: Any) -> Any:
        value = read(owner, source)
        return None if value == "" else value

    return resolve


def required(source: str) -> Resolver:
    """Resolve a value that is always there."""

    def resolve(owner: Any, info: Any) -> Any:
        return read(owner, source)

    return resolve


def values(source: str) -> Resolver:
    """Resolve a list of plain values; what was left empty is absent."""

    def resolve(owner: Any, info: Any) -> list[Any]:
        return [value for value in read(owner, source) if value not in (None, "")]

    return resolve


def rich_text(source: str, *, is_required: bool) -> Resolver:
    """Resolve rich text as clean HTML."""

    def resolve(owner: Any, info: Any) -> str | None:
        html = html_of(read(owner, source), targets_in(owner, source, info.context))
        return html if html or is_required else None

    return resolve


def stream(source: str) -> Resolver:
    """Resolve a StreamField as nodes."""

    def resolve(owner: Any, info: Any) -> list[BlockNode]:
        return nodes_in(owner, source, info.context)

    return resolve


def nodes_in(owner: Any, source: str, context: ApiContext) -> list[BlockNode]:
    """Return the blocks of an owner's stream."""
    targets = targets_in(owner, source, context)
    blocks = child_nodes if isinstance(owner, BlockNode) else stream_nodes
    return blocks(read(owner, source), targets, language_of(owner, context))


def reference(source: str, *, is_list: bool = False) -> Resolver:
    """Resolve what was chosen, in the owner's language; what is hidden is absent."""

    def resolve(owner: Any, info: Any) -> Any:
        if not isinstance(owner, BlockNode):
            return info.context.batches.load(
                owner, loaders.related, source, info.context
            )
        what = read(owner, source)
        return owner.targets.all_of(what) if is_list else owner.targets.of(what)

    return resolve


def picture(declared: Declared) -> Resolver:
    """Resolve a picture with the description that it has here."""
    source = declared.field_source

    def resolve(owner: Any, info: Any) -> Picture | None:
        context = info.context
        if isinstance(owner, BlockNode):
            image = owner.targets.of(read(owner, source))
        else:
            image = context.batches.load(owner, loaders.related, source, context)
        if image is None:
            return None
        return Picture.of(
            image,
            language_of(owner, context),
            read(owner, declared.alt) if declared.alt else "",
            decorative=bool(declared.decorative and read(owner, declared.decorative)),
        )

    return resolve


def countries(source: str, *, is_list: bool) -> Resolver:
    """Resolve country codes, named in the owner's language."""

    def resolve(owner: Any, info: Any) -> Any:
        language = language_of(owner, info.context)
        value = read(owner, source)
        if is_list:
            return [(code, language) for code in value]
        return (value, language) if value else None

    return resolve


def locale(owner: Any, info: Any) -> str:
    """Resolve the language that an owner is written in."""
    return language_of(owner, info.context)


def struct(declared: Declared) -> Resolver:
    """Resolve the value of a struct block inside another one, or several."""
    block: Any = declared.kind

    def resolve(owner: BlockNode, info: Any) -> Any:
        value = read(owner, declared.field_source)
        if declared.is_list:
            return owner.items(block, value)
        return owner.child(block, value) if value is not None else None

    return resolve
