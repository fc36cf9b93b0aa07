"""Links to pages, addresses and files."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLPage, GraphQLString
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    StructBlock,
    URLBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError, StructValue
from wagtail.documents.blocks import DocumentChooserBlock

from cms.core.declarations import GraphQLBlock, GraphQLFile

LINK_FIELDS = [
    GraphQLString("label", required=True, description="The words to click."),
    GraphQLString(
        "href",
        description="Where it leads: a public path, a file or another site's address. "
        "Null where the target is not public.",
    ),
    GraphQLPage("page", description="The page it leads to, where it leads to one."),
    GraphQLFile("document", description="The file it leads to, where it leads to one."),
]


class LinkBlock(StructBlock):
    """A link to exactly one place: a page, a file or an address."""

    label = CharBlock(max_length=120, label=_("Words"))
    page = PageChooserBlock(required=False, label=_("Page"))
    document = DocumentChooserBlock(required=False, label=_("File"))
    url = URLBlock(required=False, label=_("Address"))

    graphql_fields = LINK_FIELDS

    class Meta:
        icon = "link"
        label = _("Link")
        graphql_name = "Link"
        graphql_description = "A link to a page, a file or an address."

    def clean(self, value: StructValue) -> StructValue:
        """Refuse a link with no target, or with two."""
        link = super().clean(value)
        targets = [name for name in ("page", "document", "url") if link[name]]
        if len(targets) != 1:
            raise StructBlockValidationError(
                non_block_errors=[_("Choose one target: a page, a file or an address.")]
            )
        return link


class LinksBlock(StructBlock):
    """A list of links."""

    links = ListBlock(LinkBlock(), label=_("Links"))

    graphql_fields = [
        GraphQLBlock("links", LinkBlock, is_list=True, description="In their order.")
    ]

    class Meta:
        icon = "link"
        label = _("Links")
        graphql_description = "A list of links."


class DocumentsBlock(StructBlock):
    """Files to download."""

    documents = ListBlock(DocumentChooserBlock(), label=_("Files"))

    graphql_fields = [
        GraphQLFile("documents", is_list=True, description="The files that are public.")
    ]

    class Meta:
        icon = "doc-full"
        label = _("Files")
        graphql_description = "Files to download."


class RelatedPagesBlock(StructBlock):
    """Pages to go on with."""

    title = CharBlock(required=False, max_length=120, label=_("Title"))
    pages = ListBlock(PageChooserBlock(), label=_("Pages"))

    graphql_fields: list[Any] = [
        GraphQLString("title", description="What the pages have in common."),
        GraphQLPage(
            "pages",
            is_list=True,
            required=True,
            description="The pages that are public, in the reader's language where "
            "there is one.",
        ),
    ]

    class Meta:
        icon = "list-ul"
        label = _("Pages")
        graphql_description = "Pages to go on with."
