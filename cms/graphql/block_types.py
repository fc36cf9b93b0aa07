"""Which blocks get a GraphQL type, found by walking from the streams of the models."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from grapple.models import GraphQLField
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock

from cms.core.declarations import Declared

VALUE = "value"  # the source by which a block shows itself


@dataclass
class Place:
    """Where a kind of block stands: in a declared stream, or as an item of a list."""

    is_streamed: bool = False
    is_item: bool = False


Places = dict[type[Block], Place]


def places(streams: Iterable[tuple[StreamBlock, bool]]) -> Places:
    """Return the blocks to build; a stream comes with whether a type shows it."""
    found: Places = {}
    for stream, is_declared in streams:
        _walk_stream(stream, found, is_streamed=is_declared)
    return found


def declarations(owner: type) -> Iterator[Declared | GraphQLField]:
    """Yield what a model or a block says that it shows."""
    for declared in getattr(owner, "graphql_fields", ()):
        yield declared() if callable(declared) else declared


def _walk_stream(stream: StreamBlock, found: Places, *, is_streamed: bool) -> None:
    for child in stream.child_blocks.values():
        _walk(child, found, Place(is_streamed=is_streamed, is_item=True))


def _walk(block: Block, found: Places, place: Place) -> None:
    known = found.setdefault(type(block), Place())
    known.is_streamed |= place.is_streamed
    known.is_item |= place.is_item
    for declared in declarations(type(block)):
        _add_view(declared, found)
        if declared.field_source == VALUE and not isinstance(block, StructBlock):
            _walk_inside(block, found)
        elif isinstance(block, StructBlock):
            child = block.child_blocks.get(declared.field_source)
            if child is not None:
                _walk_value(child, found)


def _walk_value(block: Block, found: Places, *, is_item: bool = False) -> None:
    """Walk a block behind a declared field: a type of its own, or a list or stream."""
    if hasattr(block, "graphql_fields"):
        _walk(block, found, Place(is_item=is_item))
    else:
        _walk_inside(block, found)


def _walk_inside(block: Block, found: Places) -> None:
    if isinstance(block, StreamBlock):
        _walk_stream(block, found, is_streamed=True)
    elif isinstance(block, ListBlock):
        _walk_value(block.child_block, found, is_item=True)


def _add_view(declared: Any, found: Places) -> None:
    """Add a block that shows another's value, and what it declares."""
    kind = declared.kind if isinstance(declared, Declared) else None
    if isinstance(kind, type) and issubclass(kind, Block) and kind not in found:
        found[kind] = Place()
        for inner in declarations(kind):
            _add_view(inner, found)
