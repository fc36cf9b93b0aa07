"""Which pages the blocks of a stream name, read from the stored data alone."""

import re
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

LINK = re.compile(r"<a\b[^>]*>")
PAGE_LINK = re.compile(r'\blinktype="page"')
NUMBER = re.compile(r'\bid="(\d+)"')


def chosen_page_ids(block: Block, stored: Any) -> Iterator[int]:
    """Yield the ids of the pages that a stored value chooses or links to."""
    if isinstance(block, PageChooserBlock):
        if isinstance(stored, int):
            yield stored
    elif isinstance(block, RichTextBlock):
        yield from _linked(str(stored or ""))
    else:
        for child, value in _children(block, stored):
            yield from chosen_page_ids(child, value)


def _children(block: Block, stored: Any) -> Iterator[tuple[Block, Any]]:
    if isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield child, (stored or {}).get(name)
    elif isinstance(block, ListBlock):
        for item in stored or ():
            yield block.child_block, item["value"]
    elif isinstance(block, StreamBlock):
        for item in stored or ():
            if item["type"] in block.child_blocks:
                yield block.child_blocks[item["type"]], item["value"]


def _linked(html: str) -> Iterator[int]:
    for tag in LINK.findall(html):
        number = NUMBER.search(tag)
        if number and PAGE_LINK.search(tag):
            yield int(number[1])
