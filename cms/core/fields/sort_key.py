"""Where a name stands in the order of its language."""

from base64 import b64decode
from typing import Any, cast

from django.db import models

from cms.core.collation import MAX_BYTES, sort_key


class SortKeyField(models.BinaryField):
    """The sort key of another column of a translatable row, made whenever it is saved.

    Bytes, because PostgreSQL compares those alike under every collation.
    """

    def __init__(self, name_field: str, **kwargs: Any) -> None:
        self.name_field = name_field
        super().__init__(**{"default": b"", **kwargs})

    @classmethod
    def of(cls, model: type[models.Model]) -> "SortKeyField":
        """Return the column of a model, a historical one too."""
        return cast("SortKeyField", model._meta.get_field("sort_key"))

    def deconstruct(self) -> Any:
        """Describe the field to migrations with the column that it is made from."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, [self.name_field, *args], kwargs

    def pre_save(self, model_instance: Any, add: bool) -> bytes:  # noqa: FBT001 Django's
        """Make the key of the name as it is now."""
        name = getattr(model_instance, self.name_field)
        key = sort_key(name, _language_code(model_instance))
        setattr(model_instance, self.attname, key)
        return key

    def get_prep_value(self, value: Any) -> Any:
        """Take a key, also as the text that a cursor holds; refuse what is none."""
        value = super().get_prep_value(value)
        if isinstance(value, str):
            value = b64decode(value, validate=True)
        if value is not None and not _is_key(value):
            raise ValueError(f"A sort key has {MAX_BYTES} bytes at most.")
        return value


def _is_key(value: Any) -> bool:
    return isinstance(value, bytes | memoryview) and len(value) <= MAX_BYTES


def _language_code(row: Any) -> str:
    """Return the row's language; a draft that has none yet takes the common rules."""
    return row.locale.language_code if row.locale_id else "und"
