"""Which rows come along in one statement, and which columns stay behind.

A type's declarations say what its fields read. A resolver that reads a stream says so
by ``@reads("body")``; a stream that nobody asked for is not loaded.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from django.db.models import ForeignKey, Model
from graphene.utils.str_converters import to_camel_case
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.graphql.block_types import declarations
from cms.graphql.planner.fields import Fields, Info, PlannedField

R = TypeVar("R", bound=Callable[..., Any])
Columns = tuple[str, ...]


def reads(*columns: str) -> Callable[[R], R]:
    """Say which streams of its object a resolver reads."""

    def mark(resolver: R) -> R:
        resolver.reads = columns  # type: ignore[attr-defined]
        return resolver

    return mark


def columns_of(model: type[Model], fields: Fields) -> tuple[Columns, Columns]:
    """Return the references to load along, and the streams to leave behind."""
    read = {column for field in fields for column in _columns_read(model, field)}
    joined = sorted(column for column in read if column in _references(model))
    return tuple(joined), tuple(sorted(_streams(model) - read))


def joined_by(model: type[Model], info: Any) -> Columns:
    """Return the references to load along with what a resolver returns."""
    if not isinstance(info, Info) or info.selection is None:
        return ()
    if info.type_name != model.__name__:
        return ()
    return columns_of(model, info.selection.fields_on(info.type_name))[0]


def _columns_read(model: type[Model], field: PlannedField) -> Iterator[str]:
    source = _sources(model).get(field.name)
    if source is not None:
        yield source
    yield from getattr(field.resolve, "reads", ())


@cache
def _sources(model: type[Model]) -> dict[str, str]:
    """Map the declared fields of a model's type to the columns that they show."""
    return {
        to_camel_case(declared.field_name): declared.field_source
        for declared in declarations(model)
    }


@cache
def _references(model: type[Model]) -> frozenset[str]:
    """Return the foreign keys whose rows are complete in one table."""
    return frozenset(
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and not issubclass(field.related_model, Page)
    )


@cache
def _streams(model: type[Model]) -> frozenset[str]:
    return frozenset(
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    )
