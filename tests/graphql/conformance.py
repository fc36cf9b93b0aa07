"""Does an answer keep to the schema? Read off the query, without executing it."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    InlineFragmentNode,
    NameNode,
    SelectionSetNode,
    is_enum_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    visit,
)
from graphql.language import Visitor

TYPENAME = FieldNode(
    name=NameNode(value="__typename"), arguments=(), directives=(), alias=None
)
SCALARS: dict[str, type | tuple[type, ...]] = {
    "Boolean": bool,
    "Float": (int, float),
    "ID": str,
    "Int": int,
}


class NameTypes(Visitor):
    """Asks for the type of everything, which `violations` needs to know."""

    def enter_selection_set(self, node: SelectionSetNode, *_: Any) -> SelectionSetNode:
        return SelectionSetNode(selections=(*node.selections, TYPENAME))


def with_types(document: DocumentNode) -> DocumentNode:
    """Return the query with `__typename` in every selection."""
    return visit(document, NameTypes())


def violations(
    schema: GraphQLSchema, document: DocumentNode, data: Any
) -> Iterator[str]:
    """Yield what an answer to a query of ``with_types`` has against the schema.

    The query has inline fragments only, and neither directives nor variables.
    """
    (operation,) = document.definitions
    assert schema.query_type
    yield from _of_value(
        schema, schema.query_type, [operation.selection_set], data, "data"
    )


def _of_value(
    schema: GraphQLSchema,
    kind: GraphQLOutputType,
    selections: list[SelectionSetNode],
    value: Any,
    place: str,
) -> Iterator[str]:
    if is_non_null_type(kind):
        if value is None:
            yield f"{place} is null"
            return
        kind = kind.of_type
    if value is None:
        return
    if is_list_type(kind):
        if not isinstance(value, list):
            yield f"{place} is no list"
            return
        for number, item in enumerate(value):
            at = f"{place}[{number}]"
            yield from _of_value(schema, kind.of_type, selections, item, at)
    elif is_leaf_type(kind):
        yield from _of_leaf(kind, value, place)
    else:
        yield from _of_object(schema, kind, selections, value, place)


def _of_leaf(kind: Any, value: Any, place: str) -> Iterator[str]:
    if is_enum_type(kind):
        if value not in kind.values:
            yield f"{place} is {value!r}, which {kind.name} does not list"
        return
    expected = SCALARS.get(kind.name, str)
    is_number_for_truth = isinstance(value, bool) and kind.name != "Boolean"
    if not isinstance(value, expected) or is_number_for_truth:
        yield f"{place} is {value!r}, not a {kind.name}"
    try:
        kind.parse_value(value)
    except GraphQLError as error:
        yield f"{place}: {error.message}"


def _of_object(
    schema: GraphQLSchema,
    kind: Any,
    selections: list[SelectionSetNode],
    value: Any,
    place: str,
) -> Iterator[str]:
    runtime = schema.type_map.get(value["__typename"])
    if not isinstance(runtime, GraphQLObjectType) or not (
        runtime is kind or schema.is_sub_type(kind, runtime)
    ):
        yield f"{place} is a {value['__typename']}, not a {kind.name}"
        return
    asked = _collected(schema, runtime, selections)
    if list(asked) != list(value):
        yield f"{place} has {list(value)}, not {list(asked)}"
    for key, fields in asked.items():
        if key == "__typename" or key not in value:
            continue
        field = runtime.fields[fields[0].name.value]
        below = [node.selection_set for node in fields if node.selection_set]
        at = f"{place}.{key}"
        yield from _of_value(schema, field.type, below, value[key], at)


def _collected(
    schema: GraphQLSchema,
    runtime: GraphQLObjectType,
    selections: list[SelectionSetNode],
) -> dict[str, list[FieldNode]]:
    found: dict[str, list[FieldNode]] = {}
    for selection_set in selections:
        for node in selection_set.selections:
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                found.setdefault(key, []).append(node)
            elif isinstance(node, InlineFragmentNode) and _applies(
                schema, runtime, node
            ):
                inside = _collected(schema, runtime, [node.selection_set])
                for key, fields in inside.items():
                    found.setdefault(key, []).extend(fields)
    return found


def _applies(
    schema: GraphQLSchema, runtime: GraphQLObjectType, node: InlineFragmentNode
) -> bool:
    if node.type_condition is None:
        return True
    condition: Any = schema.type_map[node.type_condition.name.value]
    if isinstance(condition, GraphQLObjectType):
        return condition is runtime
    return schema.is_sub_type(condition, runtime)
