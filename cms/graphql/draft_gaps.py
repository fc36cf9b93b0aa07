"""What an author has not filled in yet, and every page must have."""

from enum import Enum
from typing import Any

from django.db.models import DateField, Field, Model
from django.utils import timezone


def fill_gaps(page: Model) -> None:
    """Give the fields that may not be empty what they would begin with."""
    for field in page._meta.concrete_fields:
        is_required = not (field.null or field.blank)
        if is_required and getattr(page, field.attname) in (None, ""):
            setattr(page, field.attname, _beginning(field))


def _beginning(field: Field[Any, Any]) -> Any:
    if field.has_default():
        default = field.get_default()
        return default.value if isinstance(default, Enum) else default
    if field.choices:
        return field.flatchoices[0][0]
    return timezone.localdate() if isinstance(field, DateField) else field.get_default()
