"""The home page and plain pages."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLStreamfield
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

from cms.core.blocks import LinkBlock, body_blocks
from cms.core.fields import StreamField
from cms.core.models import BasePage, ContentPage


class HomePage(BasePage):
    """A site's first page, one in each language."""

    page_description = _("A site's first page.")
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "news.NewsIndexPage",
        "projects.ProjectIndexPage",
        "publications.PublicationIndexPage",
    ]

    hero_title = models.CharField(_("title"), max_length=160, blank=True)
    hero_lead = models.TextField(_("lead"), max_length=500, blank=True)
    hero_picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    hero_alt = models.CharField(
        _("picture's alternative text"),
        max_length=255,
        blank=True,
        help_text=_("Left empty, the picture's own is used."),
    )
    hero_links = StreamField(
        [("link", LinkBlock())], blank=True, max_num=3, verbose_name=_("links")
    )
    body = StreamField(body_blocks(), blank=True, verbose_name=_("body"))

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("hero_title"),
                FieldPanel("hero_lead"),
                FieldPanel("hero_picture"),
                FieldPanel("hero_alt"),
                FieldPanel("hero_links"),
            ],
            heading=_("Top of the page"),
        ),
        FieldPanel("body"),
    ]
    graphql_fields: ClassVar[list[Any]] = [
        *BasePage.graphql_fields,
        GraphQLStreamfield("body", required=True, description="The page's blocks."),
    ]

    class Meta:
        verbose_name = _("home page")


class StandardPage(ContentPage):
    """A plain page, such as an imprint or a page about the network."""

    page_description = _("A plain page; others may stand below it.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    content_panels = [
        *BasePage.content_panels,
        *ContentPage.lead_panels,
        FieldPanel("body"),
        InlinePanel("page_contacts", heading=_("Contacts"), label=_("contact")),
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
