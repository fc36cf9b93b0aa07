"""International standard book numbers (ISO 2108)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LENGTH = 13


def validate_isbn(value: str) -> None:
    """Refuse what is not thirteen digits with the right check digit."""
    digits = value.replace("-", "").replace(" ", "")
    weighted = sum(
        int(digit) * (3 if place % 2 else 1)
        for place, digit in enumerate(digits)
        if digit.isdecimal()
    )
    if len(digits) != LENGTH or not digits.isdecimal() or weighted % 10:
        raise ValidationError(
            _("This is no ISBN of thirteen digits; check it for a typing mistake."),
            code="isbn",
        )
