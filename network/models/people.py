"""People, and the pages that they wrote or answer for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLForeignKey, GraphQLString
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.declarations import GraphQLPicture
from cms.core.fields import PhoneField, SortKeyField
from cms.core.models import ChildModel, OrderedByNameMixin, PublishedSnippet


class Person(OrderedByNameMixin, PublishedSnippet):
    """Somebody with a role in an organisation."""

    name = models.CharField(_("name"), max_length=160)
    sort_key = SortKeyField("name")
    role = models.CharField(_("role"), max_length=160, blank=True)
    organisation = models.ForeignKey(
        "network.Organisation",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    portrait = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = PhoneField(
        _("telephone"),
        blank=True,
        help_text=_("With the country code, such as +32 2 282 22 03."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("organisation"),
        FieldPanel("portrait"),
        FieldPanel("email"),
        FieldPanel("phone"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
        index.FilterField("locale_id"),
    ]
    override_translatable_fields = [
        SynchronizedField("name"),
        SynchronizedField("phone"),
        SynchronizedField("organisation"),
    ]
    graphql_fields = [
        GraphQLString("name", required=True, description="The person's name."),
        GraphQLString("role", description="What the person does there."),
        GraphQLForeignKey(
            "organisation", "network.Organisation", description="Whom they work for."
        ),
        GraphQLPicture("portrait", description="The person's picture."),
        GraphQLString("email", description="Where to write to."),
        GraphQLString("phone", description="Telephone number (E.164)."),
    ]

    class Meta(PublishedSnippet.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key"]
        indexes = [models.Index(fields=["locale", "sort_key"], name="person_order")]

    def __str__(self) -> str:
        return self.name


class PagePerson(ChildModel):
    """Somebody's part in a page."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="+", verbose_name=_("person")
    )

    panels = [FieldPanel("person")]
    override_translatable_fields = [SynchronizedField("person")]

    class Meta(ChildModel.Meta):
        abstract = True


class PageAuthor(PagePerson):
    """Who wrote a page."""

    page = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="page_authors"
    )


class PageContact(PagePerson):
    """Whom readers of a page may ask."""

    page = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="page_contacts"
    )
