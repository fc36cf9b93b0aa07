"""Finds stored sort keys that are not their names', and writes the right ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from cms.core.collation import sort_key
from cms.core.fields import SortKeyField
from cms.core.models import OrderedByNameMixin

BATCH = 5_000


@dataclass(frozen=True)
class WrongKey:
    """A row with the key that it has and the one that it should have."""

    pk: int
    stored: bytes
    right: bytes


def models_ordered_by_name() -> list[type[Model]]:
    """Return the models whose rows keep a sort key."""
    return [
        model for model in apps.get_models() if issubclass(model, OrderedByNameMixin)
    ]


def update_sort_keys(
    model: type[Model],
    *,
    dry_run: bool = False,
    progress: Callable[[int, int], object] = lambda looked_at, wrong: None,
) -> int:
    """Write the keys that are wrong and return how many; a historical model will do.

    ``progress`` hears after each batch how many rows were looked at, how many wrong.
    """
    looked_at = found = 0
    for rows in _batches(model):
        wrong = [
            WrongKey(pk, bytes(stored), right)
            for pk, name, code, stored in rows
            if bytes(stored) != (right := sort_key(name, code))
        ]
        if wrong and not dry_run:
            _write(model, wrong)
        looked_at, found = looked_at + len(rows), found + len(wrong)
        progress(looked_at, found)
    return found


def _batches(model: type[Model]) -> Iterator[list[Any]]:
    columns = (
        "pk",
        SortKeyField.of(model).name_field,
        "locale__language_code",
        "sort_key",
    )
    rows = model._base_manager.order_by("pk").values_list(*columns)
    batch = list(rows[:BATCH])
    while batch:
        yield batch
        batch = list(rows.filter(pk__gt=batch[-1][0])[:BATCH])


def _write(model: type[Model], wrong: list[WrongKey]) -> None:
    """Write the right keys, but not over one that somebody has saved meanwhile."""
    quoted = connection.ops.quote_name
    table, pk = quoted(model._meta.db_table), quoted(str(model._meta.pk.column))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET sort_key = key.right_one "  # noqa: S608 – names of our models
            "FROM unnest(%s::bigint[], %s::bytea[], %s::bytea[]) "
            "AS key (pk, stored, right_one) "
            f"WHERE {table}.{pk} = key.pk AND {table}.sort_key = key.stored",
            [
                [key.pk for key in wrong],
                [key.stored for key in wrong],
                [key.right for key in wrong],
            ],
        )
