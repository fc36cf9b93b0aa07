"""Telephone numbers, kept in one form (E.164)."""

from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class PhoneField(models.CharField):
    """A telephone number with its country code, stored as ``+3222822203``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 16)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Turn what a person typed into E.164; leave the unreadable to validation."""
        written = super().to_python(value)
        if not written:
            return written
        try:
            number = phonenumbers.parse(written)
        except phonenumbers.NumberParseException:
            return written
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse what no telephone could call."""
        super().validate(value, model_instance)
        try:
            possible = phonenumbers.is_possible_number(phonenumbers.parse(value))
        except phonenumbers.NumberParseException:
            possible = False
        if value and not possible:
            raise ValidationError(
                _("Give the number with its country code, such as +32 2 282 22 03."),
                code="phone",
            )

    def formfield(self, **kwargs: Any) -> Any:
        """Leave room for spaces and brackets, which are not stored."""
        return super().formfield(**{"max_length": 40, **kwargs})
