"""Queries from the schema: a path down to a field, and all that stands below it."""

from collections.abc import Iterator

from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

ARGUMENTS = {
    "menu": '(name: "main")',
    "rendition": "(preset: CARD)",
    "sources": "(preset: CARD)",
}


def query_for(path: str, schema: GraphQLSchema, *, depth: int = 1) -> str:
    """Return the query for a path such as `page(id: 1) | ... on NewsPage | cover`."""
    steps = [step.strip() for step in path.split("|")]
    kind: GraphQLNamedType = schema.query_type
    for step in steps:
        kind = _next(kind, step, schema)
    below = "" if is_leaf_type(kind) else f"{{ {_all_of(kind, schema, depth)} }}"
    opening = " { ".join(steps)
    return f"{{ {opening} {below} {'}' * len(steps)}"


def _next(kind: GraphQLNamedType, step: str, schema: GraphQLSchema) -> GraphQLNamedType:
    if step.startswith("... on "):
        return schema.type_map[step.removeprefix("... on ")]
    name = step.split("(")[0].split(":")[-1].strip()
    return get_named_type(kind.fields[name].type)


def _all_of(kind: GraphQLNamedType, schema: GraphQLSchema, depth: int) -> str:
    shared = set(getattr(kind, "fields", {}))
    parts = ["__typename", *_fields(kind, schema, depth, leave_out=set())]
    if not hasattr(kind, "fields") or hasattr(kind, "resolve_type"):
        for concrete in schema.get_possible_types(kind):
            own = " ".join(_fields(concrete, schema, depth, leave_out=shared))
            if own:
                parts.append(f"... on {concrete.name} {{ {own} }}")
    return " ".join(parts)


def _fields(
    kind: GraphQLNamedType, schema: GraphQLSchema, depth: int, leave_out: set[str]
) -> Iterator[str]:
    for name, field in getattr(kind, "fields", {}).items():
        if name in leave_out or (_asks(field) and name not in ARGUMENTS):
            continue
        inner = get_named_type(field.type)
        call = f"{name}{ARGUMENTS.get(name, '')}"
        if is_leaf_type(inner):
            yield call
        elif depth:
            yield f"{call} {{ {_all_of(inner, schema, depth - 1)} }}"


def _asks(field: GraphQLField) -> bool:
    return any(map(is_required_argument, field.args.values()))
