"""The blocks that bodies are made of, one family a file."""

from cms.core.blocks.body import body_blocks
from cms.core.blocks.callouts import (
    ChecklistBlock,
    FactBoxBlock,
    KeyFiguresBlock,
    QuestionsBlock,
    StepsBlock,
)
from cms.core.blocks.links import (
    DocumentsBlock,
    LinkBlock,
    LinksBlock,
    RelatedPagesBlock,
)
from cms.core.blocks.media import EmbedBlock, PictureBlock
from cms.core.blocks.text import HeadingBlock, ParagraphBlock, QuoteBlock

__all__ = [
    "ChecklistBlock",
    "DocumentsBlock",
    "EmbedBlock",
    "FactBoxBlock",
    "HeadingBlock",
    "KeyFiguresBlock",
    "LinkBlock",
    "LinksBlock",
    "ParagraphBlock",
    "PictureBlock",
    "QuestionsBlock",
    "QuoteBlock",
    "RelatedPagesBlock",
    "StepsBlock",
    "body_blocks",
]
