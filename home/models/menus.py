"""Menus, one for each name, site and language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import ListBlock
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import LinkBlock
from cms.core.blocks.links import LINK_FIELDS
from cms.core.declarations import GraphQLBlock
from cms.core.fields import StreamField


class MenuEntryBlock(LinkBlock):
    """An entry of a menu, with entries below it."""

    children = ListBlock(LinkBlock(), default=[], label=_("Entries below"))

    graphql_fields = [
        *LINK_FIELDS,
        GraphQLBlock(
            "children", LinkBlock, is_list=True, description="The entries below it."
        ),
    ]

    class Meta:
        label = _("Entry")
        graphql_name = "MenuEntry"
        graphql_description = "An entry of a menu."


class Menu(TranslatableMixin, models.Model):
    """A list of links that frontends know by its name."""

    site = models.ForeignKey(
        "wagtailcore.Site",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("site"),
    )
    name = models.SlugField(
        _("name"), max_length=40, help_text=_("As frontends ask for it, such as main.")
    )
    entries = StreamField(
        [("entry", MenuEntryBlock())], blank=True, verbose_name=_("entries")
    )

    panels = [FieldPanel("site"), FieldPanel("name"), FieldPanel("entries")]
    override_translatable_fields = [SynchronizedField("name", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        unique_together = [("translation_key", "locale"), ("site", "name", "locale")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
