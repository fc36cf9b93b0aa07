"""News items and the sections that they appear in."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.declarations import GraphQLDate
from cms.core.models import BasePage, ContentPage, TreeTerm


class Section(TreeTerm):
    """A part of the news, such as News / In-depth / Development."""

    class Meta(TreeTerm.Meta):
        verbose_name = _("news section")
        verbose_name_plural = _("news sections")


class NewsIndexPage(ContentPage):
    """The list of all news."""

    page_description = _("The list of all news; it stands below a home page.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]

    content_panels = [
        *BasePage.content_panels,
        *ContentPage.lead_panels,
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("news list")


class NewsPage(ContentPage):
    """A dated announcement."""

    page_description = _("Something that happened, or will.")
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    date = models.DateField(
        _("date"),
        default=timezone.localdate,
        db_index=True,
        help_text=_("Shown to readers and used for sorting."),
    )
    section = models.ForeignKey(
        Section,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("section"),
    )
    projects = ParentalManyToManyField(
        "projects.ProjectPage",
        blank=True,
        related_name="+",
        verbose_name=_("projects"),
        help_text=_("The projects that this is news of."),
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("date"), FieldPanel("section")], heading=_("When")),
        *ContentPage.lead_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                InlinePanel("page_authors", heading=_("Authors"), label=_("author")),
                InlinePanel("page_contacts", heading=_("Contacts"), label=_("contact")),
            ],
            heading=_("Who"),
        ),
    ]
    subject_panels = [FieldPanel("projects"), *BasePage.subject_panels]
    search_fields = [
        *ContentPage.search_fields,
        index.FilterField("date"),
        index.FilterField("section_id"),
    ]
    override_translatable_fields = [
        *ContentPage.override_translatable_fields,
        SynchronizedField("date"),
        SynchronizedField("section", overridable=False),
        SynchronizedField("projects", overridable=False),
    ]
    graphql_fields: ClassVar[list[Any]] = [
        *ContentPage.graphql_fields,
        GraphQLDate("date", required=True, description="The day it is news of."),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
