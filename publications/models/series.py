"""Series of publications, such as the annual study."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLString
from wagtail.admin.panels import FieldPanel

from cms.core.models import Term


class Series(Term):
    """Publications that follow one another."""

    description = models.TextField(_("description"), blank=True)

    panels = [*Term.panels, FieldPanel("description")]
    graphql_fields = [
        *Term.graphql_fields,
        GraphQLString("description", description="What the series is about."),
    ]

    class Meta(Term.Meta):
        verbose_name = _("series")
        verbose_name_plural = _("series")
