"""Who paid, as funders demand that it be said."""

from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLForeignKey, GraphQLString
from wagtail.blocks import CharBlock, StructBlock, TextBlock

from cms.core.blocks.choosers import SharedSnippetChooserBlock


class FundingBlock(StructBlock):
    """A funder's notice with its disclaimer."""

    funder = SharedSnippetChooserBlock(
        "network.Organisation", required=False, label=_("Funder")
    )
    statement = CharBlock(
        max_length=255,
        label=_("Statement"),
        help_text=_("Such as: Funded by the European Union."),
    )
    disclaimer = TextBlock(required=False, label=_("Disclaimer"))

    graphql_fields = [
        GraphQLForeignKey("funder", "network.Organisation", description="Who paid."),
        GraphQLString("statement", description="What the funder wants to be said."),
        GraphQLString("disclaimer", description="Whose views these are not."),
    ]

    class Meta:
        icon = "coin"
        label = _("Funding notice")
        graphql_description = "Who paid, and whose views these are not."
