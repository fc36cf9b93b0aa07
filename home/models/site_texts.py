"""Texts of the whole site; a snippet, since wagtail-localize translates no settings."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLString
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, StructBlock, URLBlock
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.core.fields import PhoneField, StreamField


class NetworkNameBlock(CharBlock):
    """The name of a social network, which no language translates."""

    def get_translatable_segments(self, value: str) -> list[object]:
        """Tell wagtail-localize that a name is not translated."""
        return []

    def restore_translated_segments(self, value: str, segments: list[object]) -> str:
        """Keep the original's name."""
        return value


class SocialBlock(StructBlock):
    """Where to follow the network."""

    network = NetworkNameBlock(max_length=40, label=_("Network"))
    url = URLBlock(label=_("Address"))

    graphql_fields = [
        GraphQLString("network", required=True, description="The network's name."),
        GraphQLString("url", required=True, description="The account's address."),
    ]

    class Meta:
        icon = "site"
        label = _("Account")
        graphql_name = "Social"
        graphql_description = "An account on a social network."


class SiteTexts(TranslatableMixin, models.Model):
    """What every page of a site shows, in one language."""

    site = models.ForeignKey(
        "wagtailcore.Site",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("site"),
    )
    name = models.CharField(_("site's name"), max_length=120)
    tagline = models.CharField(_("tagline"), max_length=255, blank=True)
    address = models.TextField(
        _("postal address"), blank=True, help_text=_("One line of the address a line.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = PhoneField(_("telephone"), blank=True)
    social = StreamField(
        [("account", SocialBlock())], blank=True, verbose_name=_("social networks")
    )
    funder = models.ForeignKey(
        "network.Organisation",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("funder"),
    )
    funding_statement = models.CharField(_("statement"), max_length=255, blank=True)
    funding_disclaimer = models.TextField(_("disclaimer"), blank=True)

    panels = [
        FieldPanel("site"),
        FieldPanel("name"),
        FieldPanel("tagline"),
        MultiFieldPanel(
            [FieldPanel("address"), FieldPanel("email"), FieldPanel("phone")],
            heading=_("Contact"),
        ),
        FieldPanel("social"),
        MultiFieldPanel(
            [
                FieldPanel("funder"),
                FieldPanel("funding_statement"),
                FieldPanel("funding_disclaimer"),
            ],
            heading=_("Funding notice"),
        ),
    ]
    override_translatable_fields = [
        SynchronizedField("address"),
        SynchronizedField("phone"),
        SynchronizedField("funder"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("texts of the site")
        verbose_name_plural = _("texts of the site")
        unique_together = [("translation_key", "locale"), ("site", "locale")]

    def __str__(self) -> str:
        return f"{self.name} ({self.locale})"
