"""What an organisation does in a project."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from grapple.models import GraphQLString
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import SynchronizedField

from cms.core.declarations import GraphQLChoice
from cms.core.fields import PartialDateField
from cms.core.models import ChildModel


class ParticipationRole(models.TextChoices):
    """The part that an organisation plays."""

    LEAD = "LEAD", _("Lead")
    PARTNER = "PARTNER", _("Partner")
    SIGNATORY = "SIGNATORY", _("Signatory")
    SUPPORTER = "SUPPORTER", _("Supporter")
    FUNDER = "FUNDER", _("Funder")


class Participation(ChildModel):
    """An organisation's part in a project."""

    project = ParentalKey(
        "projects.ProjectPage", on_delete=models.CASCADE, related_name="participations"
    )
    organisation = models.ForeignKey(
        "network.Organisation",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("organisation"),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=ParticipationRole.choices,
        default=ParticipationRole.PARTNER,
    )
    since = PartialDateField(
        _("since"), blank=True, help_text=_("Such as 2021 or 2021-03.")
    )

    panels = [
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("since")]),
    ]
    override_translatable_fields = [
        SynchronizedField("organisation"),
        SynchronizedField("since"),
    ]
    graphql_fields = [
        GraphQLChoice(
            "role", ParticipationRole, required=True, description="The part it plays."
        ),
        GraphQLString("since", description="Since when: a year, a month or a day."),
    ]

    class Meta(ChildModel.Meta):
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
