"""Several values out of a list that a standard fixes."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField


class ChoicesField(ArrayField):
    """An array of choices, picked by ticking boxes.

    The choices stay out of migrations: a standard's list may grow without one.
    """

    def deconstruct(self) -> Any:
        """Describe the field without its choices."""
        name, path, args, kwargs = super().deconstruct()
        base = self.base_field.clone()
        base.choices = None
        kwargs["base_field"] = base
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        """Offer the choices of the base field as boxes to tick."""
        defaults = {
            "form_class": forms.TypedMultipleChoiceField,
            "choices_form_class": forms.TypedMultipleChoiceField,
            "choices": self.base_field.choices,
            "coerce": self.base_field.to_python,
            "widget": forms.CheckboxSelectMultiple,
        }
        return super(ArrayField, self).formfield(**{**defaults, **kwargs})
