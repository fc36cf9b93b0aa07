"""Selections of everything that a type shows, made from the schema."""

from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
)

PAGES, BLOCKS = "PageInterface", "StreamFieldInterface"
MAX_VALUES = 6  # objects inside one another that stand for no model


class Selections:
    """What may be asked of each type; ``models`` are the types that cost statements."""

    def __init__(self, schema: GraphQLSchema, models: set[str]) -> None:
        self._schema = schema
        self._models = {*models, PAGES, "Image", "Document"}

    def whole(self, kind: GraphQLNamedType, depth: int, values: int = 0) -> str:
        """Return all fields of a type, and of the models behind them ``depth`` times.

        Of the last ones there is what is no object.
        """
        if isinstance(kind, GraphQLInterfaceType) and kind.name == BLOCKS:
            return self._of_each(kind, depth, values)
        fields = [self.field(kind, name, depth, values) for name in kind.fields]
        if kind.name == PAGES and depth > 0:
            fields.append(self._of_each(kind, 0, values))
        return " ".join(fields)

    def _of_each(self, kind: GraphQLInterfaceType, depth: int, values: int) -> str:
        return "__typename " + " ".join(
            f"... on {one.name} {{ __typename {self.whole(one, depth, values)} }}"
            for one in self._schema.get_possible_types(kind)
        )

    def field(
        self, owner: GraphQLNamedType, name: str, depth: int, values: int = 0
    ) -> str:
        """Return one field with all that is behind it; nothing where that ends."""
        found = owner.fields[name]
        kind = get_named_type(found.type)
        call = f"{name}{_arguments(found)}"
        if is_leaf_type(kind):
            return call
        is_model = kind.name in self._models
        if depth == 0 or values == MAX_VALUES:
            return ""
        inside = self.whole(
            kind, depth - 1 if is_model else depth, 0 if is_model else values + 1
        )
        return f"{call} {{ __typename {inside} }}"

    def composite(self, kind: GraphQLObjectType) -> Iterator[str]:
        """Yield the names of the fields that lead further than one value."""
        for name, found in kind.fields.items():
            if not is_leaf_type(get_named_type(found.type)):
                yield name


def _arguments(field: GraphQLField) -> str:
    """Return the first value for what has to be given: it is always an enumeration."""
    given = {
        name: next(iter(kind.values))
        for name, argument in field.args.items()
        if isinstance(argument.type, GraphQLNonNull)
        and isinstance(kind := argument.type.of_type, GraphQLEnumType)
    }
    inside = ", ".join(f"{name}: {value}" for name, value in given.items())
    return f"({inside})" if inside else ""
