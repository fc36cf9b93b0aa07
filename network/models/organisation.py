"""Towns, regions, associations, networks and institutions."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLFloat, GraphQLString
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.declarations import (
    GraphQLChoice,
    GraphQLCountry,
    GraphQLLocale,
    GraphQLPicture,
)
from cms.core.fields import PartialDateField, SortKeyField
from cms.core.models import OrderedByNameMixin, PublishedSnippet
from cms.core.richtext.features import PARAGRAPH
from cms.core.vocabularies import countries


class OrganisationKind(models.TextChoices):
    """What an organisation is."""

    TOWN = "TOWN", _("Town or city")
    REGION = "REGION", _("Region")
    NATIONAL_ASSOCIATION = "NATIONAL_ASSOCIATION", _("National association")
    EUROPEAN_NETWORK = "EUROPEAN_NETWORK", _("European network")
    GLOBAL_NETWORK = "GLOBAL_NETWORK", _("Global network")
    INSTITUTION = "INSTITUTION", _("Institution")
    FUNDER = "FUNDER", _("Funder")
    OTHER = "OTHER", _("Other organisation")


class Organisation(OrderedByNameMixin, PublishedSnippet):
    """A member or partner of the network."""

    slug = models.SlugField(
        _("slug"), max_length=120, help_text=_("The same in every language.")
    )
    name = models.CharField(_("name"), max_length=200)
    sort_key = SortKeyField("name")
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    kind = models.CharField(_("kind"), max_length=30, choices=OrganisationKind.choices)
    description = RichTextField(_("description"), blank=True, features=PARAGRAPH)
    country_code = models.CharField(
        _("country"), max_length=2, blank=True, choices=countries.CHOICES
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    member_since = PartialDateField(
        _("member since"), blank=True, help_text=_("Such as 2011 or 2011-05.")
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("acronym"), FieldPanel("kind")]),
                FieldPanel("description"),
                FieldPanel("logo"),
            ],
            heading=_("Who it is"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("country_code"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("website"),
            ],
            heading=_("Where it is"),
        ),
        FieldPanel("member_since"),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("name", boost=3),
        index.AutocompleteField("name"),
        index.SearchField("acronym", boost=2),
        index.SearchField("description"),
        index.FilterField("locale_id"),
        index.FilterField("kind"),
    ]
    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("acronym"),
        SynchronizedField("member_since", overridable=False),
    ]
    graphql_fields = [
        GraphQLString("slug", required=True, description="The same in every language."),
        GraphQLString(
            "name", required=True, description="In the language of `locale`."
        ),
        GraphQLLocale("locale", description="The language of the texts."),
        GraphQLString("acronym", description="The name's short form."),
        GraphQLChoice(
            "kind", OrganisationKind, required=True, description="What it is."
        ),
        GraphQLCountry(
            "country", source="country_code", description="Where it is at home."
        ),
        GraphQLFloat("latitude", description="Degrees north, WGS 84."),
        GraphQLFloat("longitude", description="Degrees east, WGS 84."),
        GraphQLString("website", description="Its own address."),
        GraphQLPicture("logo", description="Its emblem."),
        GraphQLString(
            "member_since", description="A year, a month or a day; null for partners."
        ),
    ]

    class Meta(PublishedSnippet.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key"]
        indexes = [
            models.Index(fields=["locale", "sort_key"], name="organisation_order")
        ]
        unique_together = [("translation_key", "locale"), ("slug", "locale")]

    def __str__(self) -> str:
        return self.name
