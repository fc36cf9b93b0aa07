"""Vocabularies that editors keep: a slug for all languages, a name for each."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLString
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.declarations import GraphQLLocale


class Term(TranslatableMixin, index.Indexed, models.Model):
    """One word of a vocabulary."""

    slug = models.SlugField(
        _("slug"), max_length=80, help_text=_("The same in every language.")
    )
    name = models.CharField(_("name"), max_length=120)

    panels = [FieldPanel("name"), FieldPanel("slug")]
    search_fields = [index.AutocompleteField("name"), index.FilterField("locale_id")]
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    graphql_fields = [
        GraphQLString(
            "slug", required=True, description="Identifies the term in every language."
        ),
        GraphQLString(
            "name", required=True, description="Its name in the language of `locale`."
        ),
        GraphQLLocale("locale", description="The language of `name`."),
    ]

    class Meta:
        abstract = True
        unique_together = [("translation_key", "locale"), ("slug", "locale")]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TreeTerm(Term):
    """A word of a vocabulary that has narrower ones below it.

    Parent and position, no tree library: a treebeard path cannot be copied into
    another language.
    """

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
        help_text=_("The wider term, if there is one."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Among the terms of the same parent.")
    )

    panels = [*Term.panels, FieldPanel("parent"), FieldPanel("position")]
    override_translatable_fields = [
        *Term.override_translatable_fields,
        SynchronizedField("parent"),
        SynchronizedField("position"),
    ]

    class Meta(Term.Meta):
        abstract = True
        ordering = ["position", "name"]
