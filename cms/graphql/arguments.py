"""Every argument is checked before a resolver sees it.

The check stands around the resolvers of the finished schema, so that an argument that
is added tomorrow is checked too.
"""

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    Undefined,
    default_field_resolver,
)

from cms.graphql.errors import BadInput

MAX_TEXT = 2048  # characters; the longest that is asked for is a path


def guard(schema: GraphQLSchema) -> None:
    """Check the texts in all arguments of a schema's fields; null means the default."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__"):
            for field in kind.fields.values():
                if field.args:
                    field.resolve = _guarded(field)


def check(argument: str, value: Any) -> None:
    """Refuse a text that is too long, or that PostgreSQL could not hold."""
    if isinstance(value, str):
        _check_text(argument, value)
    elif isinstance(value, list):
        for item in value:
            check(argument, item)
    elif isinstance(value, dict):
        for name, item in value.items():
            check(name, item)


def _check_text(argument: str, text: str) -> None:
    if len(text) > MAX_TEXT:
        raise BadInput(
            argument,
            f"“{argument}” has {MAX_TEXT} characters at most, not {len(text)}.",
        )
    if not is_storable(text):
        raise BadInput(
            argument, f"“{argument}” holds a character that no text may hold."
        )


def is_storable(text: str) -> bool:
    """Return whether PostgreSQL could hold a text."""
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return "\0" not in text


def _guarded(field: GraphQLField) -> Callable[..., Any]:
    resolve = field.resolve or default_field_resolver
    names = {arg.out_name or name: name for name, arg in field.args.items()}
    defaults = {
        arg.out_name or name: arg.default_value
        for name, arg in field.args.items()
        if arg.default_value is not Undefined
    }

    def checked(root: Any, info: Any, **arguments: Any) -> Any:
        for name, value in arguments.items():
            check(names.get(name, name), value)
            if value is None and name in defaults:
                arguments[name] = defaults[name]
        return resolve(root, info, **arguments)

    return checked
