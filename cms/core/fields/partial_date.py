"""Dates that may lack a day or a month: 2021, 2021-03, 2021-03-15 (ISO 8601)."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def validate_partial_date(value: str) -> None:
    """Refuse what is not a year, a month or a day of the calendar."""
    if not _is_partial_date(value):
        raise ValidationError(
            _("Give a year, a month or a day, such as 2021, 2021-03 or 2021-03-15."),
            code="partial_date",
        )


def _is_partial_date(value: str) -> bool:
    match = PATTERN.fullmatch(value)
    if match is None:
        return False
    year, month, day = (int(part) for part in match.groups(default="1"))
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


class PartialDateField(models.CharField):
    """A date known to the year, the month or the day; its text sorts as dates do."""

    default_validators = [validate_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        super().__init__(*args, **kwargs)
