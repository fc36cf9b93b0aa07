"""What an operation selects on a type, read from the document once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from graphene.types.resolver import dict_or_attr_resolver
from graphql import FieldNode, GraphQLField, default_field_resolver, get_named_type

Resolver = Callable[..., Any]


@dataclass(eq=False, slots=True)
class PlannedField:
    """One field of an answer: how it is resolved, and how its value is completed."""

    key: str
    definition: GraphQLField
    node: FieldNode
    resolve: Resolver
    complete: Callable[[Any, Any], Any]
    selection: Selection | None

    @property
    def name(self) -> str:
        """The field's name in the schema."""
        return self.node.name.value


class Fields(tuple[PlannedField, ...]):
    """The fields of one object, in the order of the answer."""

    # What they read of a page's table, once that has been worked out.
    columns: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    @cached_property
    def names(self) -> frozenset[str]:
        """The fields' names in the schema."""
        return frozenset(field.name for field in self)


@dataclass(eq=False, slots=True)
class Selection:
    """What is selected of a value, whichever type it turns out to have.

    ``fields_on`` compiles the fields of an object type when the first object of it
    comes, and remembers them.
    """

    compile: Callable[[str], Fields]
    known: dict[str, Fields]

    def fields_on(self, type_name: str) -> Fields:
        """Return the selected fields of an object type."""
        found = self.known.get(type_name)
        if found is None:
            found = self.known[type_name] = self.compile(type_name)
        return found


class Info:
    """What a planned resolver is told, in place of graphql-core's own."""

    __slots__ = ("context", "field_name", "selection", "type_name", "variable_values")

    def __init__(
        self, context: Any, field: PlannedField, variable_values: Mapping[str, Any]
    ) -> None:
        self.context = context
        self.field_name = field.name
        self.selection = field.selection
        self.type_name = get_named_type(field.definition.type).name
        self.variable_values = variable_values


def resolver_of(definition: GraphQLField) -> Resolver:
    """Return a field's resolver; reading an attribute costs no calls in between."""
    resolve = definition.resolve or default_field_resolver
    if isinstance(resolve, partial) and resolve.func is dict_or_attr_resolver:
        name, default = resolve.args
        return _attribute(name, default)
    return resolve


def _attribute(name: str, default: Any) -> Resolver:
    def read(source: Any, _info: Any) -> Any:
        if isinstance(source, dict):
            return source.get(name, default)
        return getattr(source, name, default)

    return read
