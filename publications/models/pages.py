"""Studies, papers, training modules and reports."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLString
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.declarations import GraphQLChoice, GraphQLDate
from cms.core.models import BasePage, ChildModel, ContentPage
from publications.models.isbn import validate_isbn


class PublicationKind(models.TextChoices):
    """What a publication is."""

    STUDY = "STUDY", _("Study")
    RESEARCH_PAPER = "RESEARCH_PAPER", _("Research paper")
    POLICY_PAPER = "POLICY_PAPER", _("Policy paper")
    TRAINING_MODULE = "TRAINING_MODULE", _("Training module")
    TOOLKIT = "TOOLKIT", _("Toolkit")
    ANNUAL_REPORT = "ANNUAL_REPORT", _("Annual report")
    BROCHURE = "BROCHURE", _("Brochure")


class PublicationIndexPage(ContentPage):
    """The list of all publications."""

    page_description = _("The list of all publications; it stands below a home page.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["publications.PublicationPage"]

    content_panels = [
        *BasePage.content_panels,
        *ContentPage.lead_panels,
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("publication list")


class PublicationPage(ContentPage):
    """A text to read here, or a file to download, or both."""

    page_description = _("A study, paper, module or report.")
    parent_page_types = ["publications.PublicationIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    kind = models.CharField(_("kind"), max_length=30, choices=PublicationKind.choices)
    date = models.DateField(_("date"), default=timezone.localdate, db_index=True)
    series = models.ForeignKey(
        "publications.Series",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("series"),
    )
    issue = models.CharField(
        _("issue"), max_length=30, blank=True, help_text=_("Such as 2024 or No. 3.")
    )
    collective_authors = ParentalManyToManyField(
        "network.Organisation",
        blank=True,
        related_name="+",
        verbose_name=_("collective authors"),
    )
    projects = ParentalManyToManyField(
        "projects.ProjectPage",
        blank=True,
        related_name="+",
        verbose_name=_("projects"),
        help_text=_("The projects that it comes from."),
    )
    doi = models.CharField(
        "DOI",
        max_length=120,
        blank=True,
        validators=[
            RegexValidator(
                r"^10\.\d{4,9}/\S+$", _("Give the DOI alone, such as 10.5555/12345678.")
            )
        ],
    )
    isbn = models.CharField(
        "ISBN", max_length=17, blank=True, validators=[validate_isbn]
    )

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date")]),
        FieldRowPanel([FieldPanel("series"), FieldPanel("issue")]),
        *ContentPage.lead_panels,
        FieldPanel("body"),
        InlinePanel("files", heading=_("Files"), label=_("file")),
        MultiFieldPanel(
            [
                InlinePanel("page_authors", heading=_("Authors"), label=_("author")),
                FieldPanel("collective_authors"),
            ],
            heading=_("Who"),
        ),
        FieldRowPanel([FieldPanel("doi"), FieldPanel("isbn")]),
    ]
    subject_panels = [FieldPanel("projects"), *BasePage.subject_panels]
    search_fields = [
        *ContentPage.search_fields,
        index.FilterField("date"),
        index.FilterField("kind"),
    ]
    override_translatable_fields = [
        *ContentPage.override_translatable_fields,
        SynchronizedField("series", overridable=False),
        SynchronizedField("issue"),
        SynchronizedField("collective_authors", overridable=False),
        SynchronizedField("projects", overridable=False),
        SynchronizedField("doi", overridable=False),
        SynchronizedField("isbn"),
    ]
    graphql_fields: ClassVar[list[Any]] = [
        *ContentPage.graphql_fields,
        GraphQLChoice(
            "kind", PublicationKind, required=True, description="What it is."
        ),
        GraphQLDate("date", required=True, description="The day it appeared."),
        GraphQLString("issue", description="Its number or year within the series."),
        GraphQLString(
            "doi", description="Digital object identifier, without resolver."
        ),
        GraphQLString("isbn", description="International standard book number."),
    ]

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")


class PublicationFile(ChildModel):
    """A file of a publication; a translation may have files of its own."""

    publication = ParentalKey(
        PublicationPage, on_delete=models.CASCADE, related_name="files"
    )
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("file"),
    )

    panels = [FieldPanel("document")]

    class Meta(ChildModel.Meta):
        verbose_name = _("file")
