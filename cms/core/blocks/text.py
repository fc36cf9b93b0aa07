"""Headings, paragraphs and quotations."""

from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLInt, GraphQLRichText, GraphQLString
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock, TextBlock
from wagtail.blocks.struct_block import StructValue

from cms.core.declarations import GraphQLBlock
from cms.core.richtext.features import INLINE, PARAGRAPH
from cms.core.slugs import slug_from

LEVELS = [("2", _("Section")), ("3", _("Subsection")), ("4", _("Smaller"))]


class HeadingValue(StructValue):
    """A heading that knows its anchor."""

    @property
    def level_number(self) -> int:
        """The level from 2 to 4; the page's title is level 1."""
        return int(self["level"])

    @property
    def anchor(self) -> str:
        """The fragment that links to the heading."""
        return slug_from(self["text"]) or "section"


class HeadingBlock(StructBlock):
    """A heading inside a text."""

    text = CharBlock(max_length=200, label=_("Text"))
    level = ChoiceBlock(choices=LEVELS, default="2", label=_("Level"))

    graphql_fields = [
        GraphQLString("text", required=True, description="The heading's words."),
        GraphQLInt(
            "level",
            source="level_number",
            required=True,
            description="From 2 to 4; the page's title is level 1.",
        ),
        GraphQLString(
            "anchor",
            required=True,
            description="The fragment that links here, as in `tableOfContents`.",
        ),
    ]

    class Meta:
        icon = "title"
        label = _("Heading")
        value_class = HeadingValue
        graphql_description = "A heading inside a text."


class ParagraphBlock(RichTextBlock):
    """Running text."""

    graphql_fields = [
        GraphQLRichText(
            "html",
            source="value",
            required=True,
            description="The text as clean HTML; links lead to public paths.",
        )
    ]

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": PARAGRAPH, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        graphql_description = "Running text."


class QuoteValue(StructValue):
    """A quotation that knows whether anybody is named."""

    @property
    def attribution(self) -> StructValue | None:
        """The value again, where it names who said it."""
        named = self["name"] or self["role"] or self["organisation"]
        return self if named else None


class AttributionBlock(StructBlock):
    """Who said it."""

    graphql_fields = [
        GraphQLString("name", description="The person's name."),
        GraphQLString("role", description="What the person is."),
        GraphQLString("organisation", description="Whom the person speaks for."),
    ]

    class Meta:
        graphql_name = "Attribution"
        graphql_description = "Who said what is quoted."


class QuoteBlock(StructBlock):
    """Somebody's words."""

    text = TextBlock(max_length=1000, label=_("Words"))
    name = CharBlock(required=False, max_length=120, label=_("Name"))
    role = CharBlock(required=False, max_length=160, label=_("Role"))
    organisation = CharBlock(required=False, max_length=160, label=_("Organisation"))

    graphql_fields = [
        GraphQLString("text", required=True, description="The words quoted."),
        GraphQLBlock("attribution", AttributionBlock, description="Who said it."),
    ]

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        value_class = QuoteValue
        graphql_description = "Somebody's words."


class RichItemBlock(RichTextBlock):
    """A line of a list, with inline markup only."""

    graphql_fields = [
        GraphQLRichText(
            "html", source="value", required=True, description="The line as clean HTML."
        )
    ]

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": INLINE, **kwargs})

    class Meta:
        graphql_name = "RichItem"
        graphql_description = "A line of a list."
