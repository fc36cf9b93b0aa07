"""What the blocks of a stream name, read from the stored data alone."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Model
from wagtail.blocks import (
    Block,
    ChooserBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.core.richtext.references import references


class Chosen(NamedTuple):
    """A row that an author chose, before it is loaded."""

    model: type[Model]
    pk: int


def chosen(block: Block, stored: Any) -> Iterator[Chosen]:
    """Yield the rows that a stored value names, at any depth."""
    if isinstance(block, ChooserBlock):
        if isinstance(stored, int):
            yield Chosen(model_of(block), stored)
    elif isinstance(block, RichTextBlock):
        yield from linked(str(stored or ""))
    else:
        for child, value in _children(block, stored):
            yield from chosen(child, value)


def linked(html: str) -> Iterator[Chosen]:
    """Yield the rows that rich text links to or shows."""
    models = {
        "page": Page,
        "document": get_document_model(),
        "image": get_image_model(),
    }
    for kind, number in references(html):
        yield Chosen(models[kind], number)


def model_of(block: ChooserBlock) -> type[Model]:
    """Return what a chooser offers; every kind of page is looked up as a page."""
    return Page if issubclass(block.model_class, Page) else block.model_class


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
