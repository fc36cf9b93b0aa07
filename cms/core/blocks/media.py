"""Pictures and embedded media."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLString
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock, URLBlock
from wagtail.blocks.struct_block import StructValue
from wagtail.images.blocks import ImageChooserBlock

from cms.core import embeds
from cms.core.declarations import GraphQLPicture


class PictureBlock(StructBlock):
    """A picture in the text."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = CharBlock(
        required=False,
        max_length=255,
        label=_("Alternative text"),
        help_text=_("What it shows here. Left empty, the picture's own is used."),
    )
    decorative = BooleanBlock(
        required=False,
        label=_("Decorative"),
        help_text=_("It says nothing that the text does not say."),
    )
    caption = CharBlock(required=False, max_length=255, label=_("Caption"))
    credit = CharBlock(required=False, max_length=255, label=_("Credit"))

    graphql_fields = [
        GraphQLPicture(
            "picture",
            source="image",
            alt="alt",
            decorative="decorative",
            description="The picture.",
        ),
        GraphQLString("caption", description="What the picture is about."),
        GraphQLString("credit", description="Who made it, where the page says so."),
    ]

    class Meta:
        icon = "image"
        label = _("Picture")
        graphql_description = "A picture in the text."


def check_embeddable(value: str) -> None:
    """Refuse an address of which no player is known."""
    if value and embeds.find_provider(value) is None:
        raise ValidationError(
            _("Only addresses of %(names)s can be embedded."),
            code="embed",
            params={"names": ", ".join(embeds.PROVIDER_NAMES)},
        )


class EmbedValue(StructValue):
    """An address that knows its player."""

    @property
    def provider(self) -> str | None:
        """The service that plays it."""
        found = embeds.find_provider(self["url"])
        return found.name if found else None

    @property
    def html(self) -> str:
        """The player as HTML; nobody is asked for it."""
        return embeds.player(self["url"], self["title"]) or ""


class EmbedBlock(StructBlock):
    """A film or sound of a known service."""

    url = URLBlock(label=_("Address"), validators=[check_embeddable])
    title = CharBlock(max_length=160, label=_("Title"))

    graphql_fields = [
        GraphQLString("title", description="What is played."),
        GraphQLString("url", required=True, description="The page of the service."),
        GraphQLString(
            "html",
            required=True,
            description="A player to put into a page; empty where there is none.",
        ),
        GraphQLString("provider", description="The service that plays it."),
    ]

    class Meta:
        icon = "media"
        label = _("Film or sound")
        value_class = EmbedValue
        graphql_description = "A film or sound of another service."
