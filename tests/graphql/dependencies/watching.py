"""Which tables and rows an answer was made from, seen from outside."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.db import connection
from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, Site
from wagtail.search.models import IndexEntry

from cms.core.models import CustomImage, CustomRendition
from cms.graphql.dependencies.keys import Key, table_of
from cms.graphql.dependencies.rows import keys_of
from cms.translations.models import PublishedText

# Of what is joined to a table, only rows count, and those are seen themselves.
TABLE = re.compile(r'FROM "(\w+)"')
# Made from rows that keys stand for, and exact whenever those change.
DERIVED = {"bitmaps"}
# What a table's rows are part of, where no model says so.
PARTS = {
    CollectionViewRestriction: Collection,
    CustomRendition: CustomImage,
    IndexEntry: Page,
    Locale: Site,
    PublishedText: Page,
}


class Watch:
    """What was read."""

    def __init__(self) -> None:
        self.tables: set[str] = set()
        self.rows: list[Model] = []

    def tables_without(self, keys: frozenset[Key]) -> set[str]:
        """Return the tables that no key stands for."""
        known = {key.model for key in keys}
        labels = _labels()
        read = self.tables & labels.keys()
        return {table for table in read if not labels[table] & known}

    def rows_without(self, keys: frozenset[Key]) -> list[str]:
        """Return the rows of which a change would touch no key."""
        met = {(type(row), row.pk): row for row in self.rows}
        return [
            f"{row._meta.label}:{row.pk} {row}"
            for row in met.values()
            if row._meta.app_label not in DERIVED and keys.isdisjoint(keys_of(row))
        ]


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch the statements and the rows of an answer that is made inside."""
    watch, from_db = Watch(), Model.from_db.__func__

    def note_tables(
        execute: Callable[..., Any], sql: Any, params: Any, many: Any, context: Any
    ) -> Any:
        watch.tables.update(TABLE.findall(sql))
        return execute(sql, params, many, context)

    def note_row(model: type[Model], *args: Any) -> Any:
        row = from_db(model, *args)
        watch.rows.append(row)
        return row

    with (
        patch.object(Model, "from_db", classmethod(note_row)),
        connection.execute_wrapper(note_tables),
    ):
        yield watch


def _labels() -> dict[str, set[str]]:
    """Map tables to the labels of the keys that stand for their rows."""
    return {
        model._meta.db_table: set(_standing_for(model))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in DERIVED
    }


def _standing_for(model: type[Model]) -> Iterator[str]:
    whole = PARTS.get(model, model)
    yield table_of(whole)
    for heir in apps.get_models():
        if issubclass(heir, whole):
            yield heir._meta.label_lower
    for field in model._meta.get_fields():
        is_owner = isinstance(field, ParentalKey) or model._meta.auto_created
        if is_owner and field.many_to_one:
            yield from _standing_for(field.related_model)
