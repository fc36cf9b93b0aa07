"""Which fields of the schema can lead to something that editors may hide.

Found by walking. A type counts as one that can be hidden unless it says here why not,
so that a new type, and a new field, ask for their test.
"""

from collections.abc import Iterator, Mapping

from graphql import (
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
)

WITHOUT_STATE = {
    "Attribution": "words of the page that it stands in",
    "Budget": "numbers of the project that it stands in",
    "ContactInformation": "words of the site's texts, which are never drafts",
    "Country": "a standard",
    "Figure": "words of the page that it stands in",
    "FigureSource": "words of the page that it stands in",
    "FocalPoint": "numbers of the picture that it stands in",
    "Goal": "a standard",
    "HeadingBlock": "words of the page that it stands in",
    "ImageSource": "a file of the picture that it stands in",
    "Language": "a standard",
    "PageInfo": "places in a list, which hold what the list's items hold",
    "QuoteBlock": "words of the page that it stands in",
    "Rendition": "a file of the picture that it stands in",
    "Section": "a term of a vocabulary, which has no drafts",
    "Series": "a term of a vocabulary, which has no drafts",
    "Social": "words of the site's texts, which are never drafts",
    "TableOfContentsEntry": "words of the page that it stands in",
    "Topic": "a term of a vocabulary, which has no drafts",
    "EmbedBlock": "an address of another service",
}
# A draft for whoever holds its token: tests/graphql/test_drafts.py, test_previews.py.
ON_PURPOSE = {"Query.preview", "Preview.page"}
LINKING = {"html", "href", "location"}  # texts in which links to pages and files stand

Composite = GraphQLObjectType | GraphQLInterfaceType


def fields_to_cover(schema: GraphQLSchema) -> list[str]:
    """Return `Type.field` for all that can lead to something hidden.

    A field of an interface stands for the fields of the types that have the interface.
    """
    return sorted(
        f"{owner.name}.{name}"
        for owner in _composites(schema)
        for name, field in owner.fields.items()
        if not any(name in interface.fields for interface in owner.interfaces)
        and owner.name not in WITHOUT_STATE
        and f"{owner.name}.{name}" not in ON_PURPOSE
        and (name in LINKING or can_be_hidden(get_named_type(field.type), schema))
    )


def can_be_hidden(
    kind: GraphQLNamedType, schema: GraphQLSchema, seen: frozenset[str] = frozenset()
) -> bool:
    """Return whether objects of a type, or what they lead to, may be hidden."""
    if kind.name in WITHOUT_STATE or kind.name in seen:
        return False
    if isinstance(kind, GraphQLUnionType | GraphQLInterfaceType):
        concrete = schema.get_possible_types(kind)
        return any(can_be_hidden(one, schema, seen | {kind.name}) for one in concrete)
    return isinstance(kind, GraphQLObjectType)


def stale_reasons(schema: GraphQLSchema) -> set[str]:
    """Return types that are excused and exist no more."""
    return set(WITHOUT_STATE) - set(schema.type_map)


def _composites(schema: GraphQLSchema) -> Iterator[Composite]:
    types: Mapping[str, GraphQLNamedType] = schema.type_map
    for name, kind in types.items():
        if isinstance(kind, Composite) and not name.startswith("__"):
            yield kind
