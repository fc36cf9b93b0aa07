"""How many items a list holds at most, for lists that no argument bounds.

The numbers are what editors reach in practice, not what the database enforces. A
content app whose list is longer than ``DEFAULT`` adds it here.
"""

from collections.abc import Iterable, Sized
from functools import cache
from math import ceil

from django.conf import settings
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
)

DEFAULT = 10
OWNERS = (GraphQLObjectType, GraphQLInterfaceType)
ABSTRACT = (GraphQLInterfaceType, GraphQLUnionType)
SIZE_ARGUMENTS = ("first", "limit")

# By the type of the items; a field of its own number goes by "Type.field".
DECLARED: dict[str, int] = {
    "Country": 30,
    "Facet": 6,
    "FacetValue": 200,  # as many as there are countries
    "Figure": 20,
    "Goal": 17,
    "ImageSource": 3,  # AVIF, WebP, the original's
    "MenuEntry": 20,
    "Question": 20,
    "RichItem": 20,
    "Step": 20,
    "StreamFieldInterface": 100,  # blocks of a page
    "TableOfContentsEntry": 50,
    "Hero.links": 3,
}

# What a leaf or an object costs besides, where it takes the work of many.
PRICES: dict[str, int] = {
    "bibtex": 2,
    "citation": 2,
    "facets": 100,
    "html": 1,
    "jsonLd": 5,
    "preview": 100,
    "ris": 2,
    "totalCount": 10,
}


def maximum_of(schema: GraphQLSchema, owner: str, field: str, item: str) -> int:
    """Return how many items the list ``owner.field`` of type ``item`` holds at most."""
    if item in ("Alternate", "Language", "Translation"):
        return len(settings.CONTENT_LANGUAGES) + 1  # x-default is an alternate
    by_field = f"{owner}.{field}"
    if owner.startswith("__"):
        return introspection_maxima(schema).get(by_field, DEFAULT)
    return DECLARED.get(by_field) or DECLARED.get(item) or DEFAULT


@cache
def introspection_maxima(schema: GraphQLSchema) -> dict[str, int]:
    """Return how long introspection's lists are: ``__Type``'s on average of all types.

    So the estimate is right below ``types``, where the standard query asks.
    """
    types = list(schema.type_map.values())
    fields = [
        field for t in types if isinstance(t, OWNERS) for field in t.fields.values()
    ]
    inputs = [t.fields for t in types if isinstance(t, GraphQLInputObjectType)]
    values = [t.values for t in types if isinstance(t, GraphQLEnumType)]
    possible = [schema.get_possible_types(t) for t in types if isinstance(t, ABSTRACT)]
    interfaces = [t.interfaces for t in types if isinstance(t, OWNERS)]
    return {
        "__Schema.types": len(types),
        "__Schema.directives": len(schema.directives),
        "__Directive.args": DEFAULT,
        "__Type.fields": ceil(len(fields) / len(types)),
        "__Type.inputFields": _average(inputs, len(types)),
        "__Type.enumValues": _average(values, len(types)),
        "__Type.possibleTypes": _average(possible, len(types)),
        "__Type.interfaces": _average(interfaces, len(types)),
        "__Field.args": _average([field.args for field in fields], len(fields)),
    }


def _average(lists: Iterable[Sized], count: int) -> int:
    return ceil(sum(len(found) for found in lists) / count)
