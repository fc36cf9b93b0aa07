"""Projects, programmes and initiatives."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLString
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.declarations import GraphQLChoice, GraphQLCountry
from cms.core.fields import ChoicesField, PartialDateField
from cms.core.models import BasePage, ContentPage
from cms.core.vocabularies import countries

CURRENCIES = [
    (code, code) for code in ("EUR", "CHF", "DKK", "GBP", "PLN", "SEK", "UAH", "USD")
]


class ProjectStatus(models.TextChoices):
    """Where a project stands."""

    PLANNED = "PLANNED", _("Planned")
    ACTIVE = "ACTIVE", _("Running")
    COMPLETED = "COMPLETED", _("Completed")


class ProjectIndexPage(ContentPage):
    """The list of all projects."""

    page_description = _("The list of all projects; it stands below a home page.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["projects.ProjectPage"]

    content_panels = [
        *BasePage.content_panels,
        *ContentPage.lead_panels,
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("project list")


class ProjectPage(ContentPage):
    """A project, programme or initiative; its subprojects stand below it."""

    page_description = _("A project, programme or initiative.")
    parent_page_types = ["projects.ProjectIndexPage", "projects.ProjectPage"]
    subpage_types = ["projects.ProjectPage"]

    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=ProjectStatus.choices,
        default=ProjectStatus.ACTIVE,
    )
    start_date = PartialDateField(_("start"), blank=True)
    end_date = PartialDateField(_("end"), blank=True)
    website = models.URLField(_("website"), blank=True)
    country_codes = ChoicesField(
        models.CharField(max_length=2, choices=countries.CHOICES),
        default=list,
        blank=True,
        verbose_name=_("countries"),
    )
    budget_amount = models.DecimalField(
        _("budget"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    budget_currency = models.CharField(
        _("currency"), max_length=3, choices=CURRENCIES, default="EUR"
    )
    cofunding_percent = models.DecimalField(
        _("co-funding in per cent"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
        help_text=_("The part of the budget that the funder pays."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("acronym"), FieldPanel("status")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")])],
            heading=_("When"),
        ),
        *ContentPage.lead_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                InlinePanel(
                    "participations", heading=_("Partners"), label=_("partner")
                ),
                InlinePanel("page_contacts", heading=_("Contacts"), label=_("contact")),
            ],
            heading=_("Who"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("budget_amount"), FieldPanel("budget_currency")]
                ),
                FieldPanel("cofunding_percent"),
            ],
            heading=_("Money"),
        ),
        FieldPanel("website"),
    ]
    subject_panels = [
        FieldPanel("country_codes"),
        *BasePage.subject_panels,
    ]
    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("acronym", boost=3),
        index.FilterField("status"),
    ]
    override_translatable_fields = [
        *ContentPage.override_translatable_fields,
        SynchronizedField("acronym"),
        SynchronizedField("start_date", overridable=False),
        SynchronizedField("end_date", overridable=False),
        SynchronizedField("country_codes", overridable=False),
    ]
    graphql_fields: ClassVar[list[Any]] = [
        *ContentPage.graphql_fields,
        GraphQLString("acronym", description="The title's short form."),
        GraphQLChoice(
            "status", ProjectStatus, required=True, description="Where it stands."
        ),
        GraphQLString("start_date", description="A year, a month or a day (ISO 8601)."),
        GraphQLString("end_date", description="A year, a month or a day (ISO 8601)."),
        GraphQLString("website", description="The project's own address."),
        GraphQLCountry(
            "countries",
            source="country_codes",
            is_list=True,
            description="Where it takes place.",
        ),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
