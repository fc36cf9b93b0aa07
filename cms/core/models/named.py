"""Rows that lists order by name."""

from collections.abc import Iterable
from typing import Any, cast

from django.db.models import Model

from cms.core.fields import SortKeyField


class OrderedByNameMixin:
    """Keeps ``sort_key`` in step with the name, however much of the row is saved."""

    def save(
        self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any
    ) -> None:
        """Save the key along with what it is made from."""
        row = cast("Model", self)
        sources = {SortKeyField.of(type(row)).name_field, "locale_id"}
        if update_fields is not None:
            update_fields = set(update_fields)
            if update_fields & {*sources, "locale"}:
                update_fields.add("sort_key")
        elif sources - row.get_deferred_fields():
            # Django saves only what was loaded or set.
            row.__dict__.setdefault("sort_key", b"")
        super().save(*args, update_fields=update_fields, **kwargs)  # type: ignore[misc]  # Model's
