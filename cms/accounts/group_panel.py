"""The part of Wagtail's group form that asks its members for a second factor."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import SecondFactorRule


class SecondFactorPanel(forms.Form):
    """One tick, stored as a rule of the group."""

    is_required = forms.BooleanField(
        label=_("Members must sign in with a second factor"),
        help_text=_(
            "Whoever has none is led to set it up, and can do nothing else until then."
        ),
        required=False,
    )

    def __init__(
        self, *, instance: Group | None = None, files: Any = None, **kwargs: Any
    ) -> None:
        self.group = instance or Group()
        has_rule = hasattr(self.group, "second_factor_rule")
        super().__init__(
            prefix="second_factor",
            initial={"is_required": has_rule},
            **kwargs,
        )

    def save(self) -> None:
        """Make the rule, or take it away."""
        if self.cleaned_data["is_required"]:
            SecondFactorRule.objects.get_or_create(group=self.group)
        else:
            SecondFactorRule.objects.filter(group=self.group).delete()

    def as_admin_panel(self) -> str:
        """Return the panel's markup."""
        return render_to_string("accounts/group_panel.html", {"form": self})
