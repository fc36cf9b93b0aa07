"""Statements whose text is composed once.

To compose a statement with Django's ORM takes longer than PostgreSQL takes to run it. A
statement is remembered by all that its text depends on, what is closed included; the
clock is put in at each execution. Rows are never remembered.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, F, Lookup, QuerySet, Value
from django.db.models.query import get_related_populators

from cms.core.visibility.facts import MOMENT

KEPT = 500  # statements; one takes some 20 kilobytes


# What stands in a statement for the ids that each execution puts in its place.
ANY_IDS = [-(2**63)]


class _IsAnyOf(Lookup[Any]):
    """`= ANY (array)`: the text stays the same however many ids there are."""

    lookup_name = "is_any_of"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition and its parameters."""
        column, params = self.process_lhs(compiler, connection)
        array, values = compiler.compile(self.rhs)
        return f"{column} = ANY ({array})", (*params, *values)


def among_ids(field: str) -> Lookup[Any]:
    """Return the condition that a field has one of the ids of an execution."""
    ids = Value(ANY_IDS, output_field=ArrayField(BigIntegerField()))
    return _IsAnyOf(F(field), ids)


class Remembered:
    """A select, with ``MOMENT`` and ``ANY_IDS`` where clock and ids belong."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        compiler = rows.query.get_compiler(connection=connection)
        try:
            self._sql, self._params = compiler.as_sql()
        except EmptyResultSet:  # no row can meet its conditions
            self._sql = ""
            return
        fields = [expression for expression, _sql, _alias in compiler.select]
        self._converters = compiler.get_converters(fields)
        klass_info: Any = compiler.klass_info
        if klass_info is None:
            return
        places = klass_info["select_fields"]
        self._model = klass_info["model"]
        self._own = slice(places[0], places[-1] + 1)
        self._names = [field.target.attname for field in fields[self._own]]
        # The types are those of a later Django, which takes one thing more.
        self._related = get_related_populators(  # type: ignore[call-arg]
            klass_info, compiler.select, "default"
        )

    def load(self, ids: Iterable[int] = (), now: datetime = MOMENT) -> list[Any]:
        """Return the rows as they are at a moment, as instances of the model."""
        return [self._instance(row) for row in self.rows(ids, now)]

    def rows(
        self, ids: Iterable[int] = (), now: datetime = MOMENT
    ) -> Iterator[Sequence[Any]]:
        """Return the rows as they are at a moment, as values."""
        if not self._sql:
            return iter(())
        given = list(ids)
        params = [
            now if value is MOMENT else given if value == ANY_IDS else value
            for value in self._params
        ]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, params)
            found = cursor.fetchall()
        return self._converted(found) if self._converters else iter(found)

    def _converted(self, found: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
        for values in found:
            row = list(values)
            for place, (converters, expression) in self._converters.items():
                for convert in converters:
                    row[place] = convert(row[place], expression, connection)
            yield row

    def _instance(self, row: Sequence[Any]) -> Any:
        instance = self._model.from_db("default", self._names, row[self._own])
        for populator in self._related:
            populator.populate(row, instance)
        return instance


def remembered(key: Hashable, compose: Callable[[], QuerySet[Any]]) -> Remembered:
    """Return the statement for a key, composed when the key is seen first."""
    return _remembered(_Composed(key, compose))


class _Composed:
    """A key for the cache that carries how to make what it stands for."""

    def __init__(self, key: Hashable, compose: Callable[[], QuerySet[Any]]) -> None:
        self.key = key
        self.compose = compose

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Composed) and self.key == other.key


@lru_cache(maxsize=KEPT)
def _remembered(composed: _Composed) -> Remembered:
    found = Remembered(composed.compose())
    del composed.compose  # it holds the first request's objects
    return found
