"""What content apps add to the schema: resolved fields and root queries."""

from collections.abc import Callable
from typing import TypeVar

C = TypeVar("C", bound=type)

_fields: dict[type, list[type]] = {}
_queries: list[type] = []


def extend(owner: type) -> Callable[[C], C]:
    """Add a class's graphene fields and resolvers to the type of a model or block."""

    def add(extension: C) -> C:
        known = _fields.setdefault(owner, [])
        if extension not in known:
            known.append(extension)
        return extension

    return add


def query(mixin: C) -> C:
    """Add a class's graphene fields and resolvers to the root query."""
    if mixin not in _queries:
        _queries.append(mixin)
    return mixin


def extensions_of(owner: type) -> tuple[type, ...]:
    """Return what was added to a model or block, or to one that it derives from."""
    return tuple(found for base in owner.__mro__ for found in _fields.get(base, ()))


def query_mixins() -> tuple[type, ...]:
    """Return the root queries of every app."""
    return tuple(_queries)
