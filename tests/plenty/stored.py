"""What a stream stores, made from the definitions of its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail.blocks import (
    Block,
    BooleanBlock,
    ChoiceBlock,
    ChooserBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    URLBlock,
)
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.core.blocks.partial_date import PartialDateBlock

if TYPE_CHECKING:
    from tests.plenty.shelves import Shelf

ITEMS = 2  # of a list inside a block
LINK = '<a linktype="{}" id="{}">words</a>'
PICTURE = '<embed embedtype="image" id="{}" format="left" alt="A picture"/>'


def stored(block: Block, shelf: Shelf, place: int) -> Any:
    """Return what is stored of a block; a stream holds one block of each kind."""
    match block:
        case ChooserBlock():
            return shelf.pick(block.model_class, place).pk
        case RichTextBlock():
            return rich_text(shelf, place)
        case StructBlock():
            return {
                name: stored(child, shelf, place)
                for name, child in block.child_blocks.items()
            }
        case ListBlock():
            return [
                {
                    "type": "item",
                    "id": f"item-{place}-{number}",
                    "value": stored(block.child_block, shelf, place + number),
                }
                for number in range(ITEMS)
            ]
        case StreamBlock():
            return [
                {
                    "type": name,
                    "id": f"{name}-{place}",
                    "value": stored(child, shelf, place),
                }
                for name, child in block.child_blocks.items()
            ]
    return _plain(block, place)


def _plain(block: Block, place: int) -> Any:
    match block:
        case BooleanBlock():
            return False
        case URLBlock():
            return f"https://example.org/{place}"
        case PartialDateBlock():
            return "2021"
        case ChoiceBlock():
            return block.get_default()
    return f"Words {place}"


def rich_text(shelf: Shelf, place: int) -> str:
    """Return a paragraph with a link to a page and a file, and a picture."""
    page = LINK.format("page", shelf.pick(Page, place).pk)
    file = LINK.format("document", shelf.pick(get_document_model(), place).pk)
    picture = PICTURE.format(shelf.pick(get_image_model(), place).pk)
    return f"<p>Some {page}, {file} and {picture}</p>"
