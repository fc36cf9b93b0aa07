"""Which blocks a body may hold, in the order in which authors are offered them."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block

from cms.core.blocks.callouts import (
    ChecklistBlock,
    FactBoxBlock,
    KeyFiguresBlock,
    QuestionsBlock,
    StepsBlock,
)
from cms.core.blocks.funding import FundingBlock
from cms.core.blocks.links import DocumentsBlock, LinksBlock, RelatedPagesBlock
from cms.core.blocks.media import EmbedBlock, PictureBlock
from cms.core.blocks.text import HeadingBlock, ParagraphBlock, QuoteBlock


def body_blocks() -> list[tuple[str, Block]]:
    """Return the blocks of a body under the names that are stored."""
    text, figures, more = _("Text"), _("Figures and lists"), _("Links and media")
    return [
        ("paragraph", ParagraphBlock(group=text)),
        ("heading", HeadingBlock(group=text)),
        ("quote", QuoteBlock(group=text)),
        ("picture", PictureBlock(group=more)),
        ("fact_box", FactBoxBlock(group=figures)),
        ("key_figures", KeyFiguresBlock(group=figures)),
        ("checklist", ChecklistBlock(group=figures)),
        ("steps", StepsBlock(group=figures)),
        ("questions", QuestionsBlock(group=figures)),
        ("links", LinksBlock(group=more)),
        ("documents", DocumentsBlock(group=more)),
        ("embed", EmbedBlock(group=more)),
        ("related_pages", RelatedPagesBlock(group=more)),
        ("funding", FundingBlock(group=more)),
    ]
