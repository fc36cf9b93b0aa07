"""Completing values: what a resolver returned becomes what the answer says.

Anything that the schema does not allow is an exception here. Whoever executes a plan
then lets graphql-core answer, which knows where an error belongs and what it voids.
"""

from collections.abc import Callable, Iterable
from typing import Any

from graphql import (
    GraphQLAbstractType,
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLLeafType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    Undefined,
)

from cms.graphql.planner.fields import Selection

Complete = Callable[[Any, Any], Any]
MAX_INT, MIN_INT = 2**31 - 1, -(2**31)


class NotPlanned(Exception):
    """A value or an operation that graphql-core has to judge."""


def completion_of(
    kind: GraphQLOutputType, selection: Selection | None, schema: GraphQLSchema
) -> Complete:
    """Return what completes a value of a type, with what is selected of it."""
    if isinstance(kind, GraphQLNonNull):
        return _present(completion_of(kind.of_type, selection, schema))
    if isinstance(kind, GraphQLList):
        return _each(completion_of(kind.of_type, selection, schema))
    if isinstance(kind, GraphQLScalarType | GraphQLEnumType):
        return _leaf(kind)
    if selection is None:
        raise NotPlanned(kind)
    if isinstance(kind, GraphQLObjectType):
        return _object(kind, selection)
    if isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
        return _abstract(kind, selection, schema)
    raise NotPlanned(kind)


def _present(complete: Complete) -> Complete:
    def present(value: Any, run: Any) -> Any:
        completed = complete(value, run)
        if completed is None:
            raise NotPlanned("null where there is none")
        return completed

    return present


def _each(complete: Complete) -> Complete:
    def each(values: Any, run: Any) -> list[Any] | None:
        if values is None:
            return None
        if not isinstance(values, Iterable) or isinstance(values, str | dict):
            raise NotPlanned("no list where there should be one")
        return [complete(value, run) for value in values]

    return each


def _leaf(kind: GraphQLLeafType) -> Complete:
    serialize, is_plain = kind.serialize, PLAIN.get(kind.name)

    def leaf(value: Any, _run: Any) -> Any:
        if value is None or (is_plain and is_plain(value)):
            return value
        serialized = serialize(value)
        if serialized is None or serialized is Undefined:
            raise NotPlanned("a value that its type cannot show")
        return serialized

    return leaf


# Values of the language's own types that are shown as they are.
PLAIN: dict[str, Callable[[Any], bool]] = {
    "String": lambda value: type(value) is str,
    "ID": lambda value: type(value) is str,
    "Boolean": lambda value: type(value) is bool,
    "Int": lambda value: type(value) is int and MIN_INT <= value <= MAX_INT,
}


def _object(kind: GraphQLObjectType, selection: Selection) -> Complete:
    name, is_type_of = kind.name, kind.is_type_of

    def complete(value: Any, run: Any) -> dict[str, Any] | None:
        if value is None:
            return None
        if is_type_of is not None and not is_type_of(value, run.info):
            raise NotPlanned(f"no {name}")
        return run.object(selection.fields_on(name), value)

    return complete


def _abstract(
    kind: GraphQLAbstractType, selection: Selection, schema: GraphQLSchema
) -> Complete:
    resolve_type = kind.resolve_type
    if resolve_type is None:
        raise NotPlanned(kind)
    by_name = {found.name: found for found in schema.get_possible_types(kind)}
    objects = {name: _object(found, selection) for name, found in by_name.items()}

    def complete(value: Any, run: Any) -> dict[str, Any] | None:
        if value is None:
            return None
        found = objects.get(str(resolve_type(value, run.info, kind)))
        if found is None:
            raise NotPlanned(f"no {kind.name}")
        return found(value, run)

    return complete
