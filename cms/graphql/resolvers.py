"""How declared fields are resolved, on models and on blocks alike."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import URLField
from wagtail.models import Page

from cms.core.declarations import Declared
from cms.core.richtext.addresses import followable
from cms.graphql import loaders
from cms.graphql.blocks import BlockNode, html_of, stream_nodes
from cms.graphql.context import ApiContext
from cms.graphql.images import Picture
from cms.graphql.targets import Targets

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


def targets_for(owner: Any, context: ApiContext) -> Targets:
    """Return what links lead to for a reader of the owner's language."""
    if isinstance(owner, BlockNode):
        return owner.targets
    known = context.__dict__.setdefault("targets_by_locale", {})
    if owner.locale_id not in known:
        known[owner.locale_id] = Targets(context, owner.locale_id)
    return known[owner.locale_id]


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
        html = html_of(read(owner, source), targets_for(owner, info.context))
        return html if html or is_required else None

    return resolve


def stream(source: str) -> Resolver:
    """Resolve a StreamField as nodes."""

    def resolve(owner: Any, info: Any) -> list[BlockNode]:
        targets = targets_for(owner, info.context)
        code = language_of(owner, info.context)
        return stream_nodes(read(owner, source), targets, code)

    return resolve


def pages(source: str, *, is_list: bool) -> Resolver:
    """Resolve references to pages, in the reader's language, the hidden ones absent."""

    def resolve(owner: Any, info: Any) -> Any:
        if not isinstance(owner, BlockNode):
            return info.context.batches.load(
                owner, loaders.related, source, info.context
            )
        chosen = read(owner, source)
        if not is_list:
            return owner.targets.page(chosen.pk) if chosen else None
        return _chosen_pages(chosen, owner.targets)

    return resolve


def _chosen_pages(chosen: Sequence[Page | None], targets: Targets) -> list[Page]:
    ids = [page.pk for page in chosen if page is not None]
    targets.add_pages(ids)
    return list(dict.fromkeys(page for pk in ids if (page := targets.page(pk))))


def snippet(source: str) -> Resolver:
    """Resolve a reference to a snippet, in the owner's language."""

    def resolve(owner: Any, info: Any) -> Any:
        context = info.context
        if not isinstance(owner, BlockNode):
            return context.batches.load(owner, loaders.related, source, context)
        chosen = read(owner, source)
        if chosen is None:
            return None
        locale_id = context.roots[owner.language_code].locale_id
        return loaders.localized([chosen], locale_id, context).get(
            chosen.translation_key
        )

    return resolve


def picture(declared: Declared) -> Resolver:
    """Resolve a picture with the description that it has here."""
    source = declared.field_source

    def resolve(owner: Any, info: Any) -> Picture | None:
        context = info.context
        if isinstance(owner, BlockNode):
            image = read(owner, source)
            image = image if context.gate.admits(image) else None
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


def documents(source: str, *, is_list: bool) -> Resolver:
    """Resolve files to download, the hidden ones absent."""

    def resolve(owner: Any, info: Any) -> Any:
        chosen = read(owner, source)
        if is_list:
            return info.context.gate.admitted(chosen)
        return chosen if info.context.gate.admits(chosen) else None

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
