"""What the blocks of a stream name, read from the stored data alone."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import (
    Block,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock

from cms.core.richtext.references import references

Chosen = Iterator[tuple[str, int]]


def chosen(block: Block, stored: Any) -> Chosen:
    """Yield the kind and id of pages, files and pictures that a stored value names."""
    if isinstance(block, PageChooserBlock | DocumentChooserBlock):
        if isinstance(stored, int):
            yield _kind(block), stored
    elif isinstance(block, RichTextBlock):
        yield from references(str(stored or ""))
    else:
        for child, value in _children(block, stored):
            yield from chosen(child, value)


def _kind(block: Block) -> str:
    return "page" if isinstance(block, PageChooserBlock) else "document"


def _children(block: Block, stored: Any) -> Iterator[tuple[Block, Any]]:
    if isinstance(block, StructBlock):
        values = stored if isinstance(stored, dict) else {}
        for name, child in block.child_blocks.items():
            yield child, values.get(name)
    elif isinstance(block, ListBlock):
        for item in stored or ():
            yield block.child_block, _value_of(item)
    elif isinstance(block, StreamBlock):
        for item in stored or ():
            child = block.child_blocks.get(item["type"])
            if child is not None:
                yield child, item.get("value")


def _value_of(item: Any) -> Any:
    """Return an item's value; lists that Wagtail wrote long ago hold values alone."""
    is_block = isinstance(item, dict) and item.get("type") == "item" and "id" in item
    return item.get("value") if is_block else item
