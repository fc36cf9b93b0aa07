"""What is counted against guessing, and who must use a second factor."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class AttemptCount(models.Model):
    """How often something was tried in a span of time; read and written in SQL."""

    key = models.CharField(max_length=64, primary_key=True)
    attempts = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.attempts} until {self.expires_at}"


class SecondFactorRule(models.Model):
    """Says that the members of a group must use a second factor."""

    group = models.OneToOneField(
        Group, on_delete=models.CASCADE, related_name="second_factor_rule"
    )

    class Meta:
        verbose_name = _("second factor rule")
        verbose_name_plural = _("second factor rules")

    def __str__(self) -> str:
        return str(self.group)
