"""The sum over a selection: a list counts its items, an abstract type its dearest."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLSchema,
    InlineFragmentNode,
    NamedTypeNode,
    OperationDefinitionNode,
    SchemaMetaFieldDef,
    SelectionNode,
    SelectionSetNode,
    TypeMetaFieldDef,
    get_named_type,
)

from cms.graphql.limits.arguments import Arguments
from cms.graphql.limits.maxima import ABSTRACT, PRICES, SIZE_ARGUMENTS, maximum_of

SATURATED = 10**12  # numbers stop growing here
META_FIELDS = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}
ITEMS = "nodes"  # the field of a connection that its size counts for


class Estimate(NamedTuple):
    """Objects that are there once, those per item of a connection, and the schema's."""

    objects: int = 0
    per_item: int = 0
    introspection: int = 0

    def plus(self, other: "Estimate") -> "Estimate":
        """Return the sum."""
        return Estimate(
            *(min(SATURATED, a + b) for a, b in zip(self, other, strict=True))
        )


class Branches:
    """A selection's estimate: what all types share, and what some types add."""

    def __init__(self) -> None:
        self.shared = Estimate()
        self.added: dict[str, Estimate] = {}

    def add(self, found: "Branches", mine: set[str], its: set[str]) -> None:
        """Add a fragment's, for those of my types that are its types too."""
        if mine <= its:
            self.shared = self.shared.plus(found.shared)
            both, shared = mine & found.added.keys(), Estimate()
        else:
            both, shared = mine & its, found.shared
        for name in both:
            self._add(name, shared.plus(found.added.get(name, Estimate())))

    def _add(self, name: str, more: Estimate) -> None:
        self.added[name] = self.added.get(name, Estimate()).plus(more)

    def dearest(self) -> Estimate:
        """Return the estimate for the type for which it is greatest."""
        most = [
            max(column) for column in zip(Estimate(), *self.added.values(), strict=True)
        ]
        return self.shared.plus(Estimate(*most))


class Estimator:
    """Estimates one operation; each fragment and selection is looked at once."""

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: Mapping[str, Any],
    ) -> None:
        self._schema = schema
        self._operation = operation
        self._arguments = Arguments(operation, variables)
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._known: dict[str, Branches] = {}
        self._possible: dict[str, set[str]] = {}

    def estimate(self) -> Estimate:
        """Return the whole operation's estimate."""
        root = self._schema.get_root_type(self._operation.operation)
        if root is None:
            return Estimate()
        return self._selection(root, self._operation.selection_set).dearest()

    def _selection(
        self, owner: GraphQLNamedType, selected: SelectionSetNode
    ) -> Branches:
        branches = Branches()
        for node in selected.selections:
            if self._arguments.leaves_out(node):
                continue
            if isinstance(node, FieldNode):
                field = self._field(owner, node)
                branches.shared = branches.shared.plus(field)
            else:
                self._add_fragment(branches, owner, node)
        return branches

    def _add_fragment(
        self, branches: Branches, owner: GraphQLNamedType, node: SelectionNode
    ) -> None:
        if isinstance(node, FragmentSpreadNode):
            condition, found = self._spread(node.name.value)
        elif isinstance(node, InlineFragmentNode):
            condition = self._condition(node, owner)
            found = self._selection(condition, node.selection_set)
        branches.add(found, self._types(owner), self._types(condition))

    def _condition(
        self, node: InlineFragmentNode, owner: GraphQLNamedType
    ) -> GraphQLNamedType:
        named: NamedTypeNode | None = node.type_condition
        return self._schema.type_map[named.name.value] if named else owner

    def _spread(self, name: str) -> tuple[GraphQLNamedType, Branches]:
        fragment = self._fragments[name]
        condition = self._schema.type_map[fragment.type_condition.name.value]
        if name not in self._known:
            self._known[name] = self._selection(condition, fragment.selection_set)
        return condition, self._known[name]

    def _types(self, named: GraphQLNamedType) -> set[str]:
        if named.name not in self._possible:
            self._possible[named.name] = (
                {found.name for found in self._schema.get_possible_types(named)}
                if isinstance(named, ABSTRACT)
                else {named.name}
            )
        return self._possible[named.name]

    def _field(self, owner: GraphQLNamedType, node: FieldNode) -> Estimate:
        name = node.name.value
        field = META_FIELDS.get(name) or getattr(owner, "fields", {}).get(name)
        price = PRICES.get(name, 0)
        if field is None or node.selection_set is None:
            return Estimate(objects=price)
        item = get_named_type(field.type)
        below = self._selection(item, node.selection_set).dearest()
        if name in META_FIELDS:
            return Estimate(introspection=1 + below.objects)
        size = self._size(owner, node, field)
        inside = min(SATURATED, 1 + below.objects + below.per_item * size)
        if name == ITEMS and is_connection(owner):
            return Estimate(per_item=inside)
        count = size if is_list(field) else 1
        return Estimate(objects=min(SATURATED, price + inside * count))

    def _size(
        self, owner: GraphQLNamedType, node: FieldNode, field: GraphQLField
    ) -> int:
        for argument in SIZE_ARGUMENTS:
            if argument in field.args:
                return self._arguments.size(node, argument)
        item = get_named_type(field.type).name
        return maximum_of(self._schema, owner.name, node.name.value, item)


def is_connection(owner: GraphQLNamedType) -> bool:
    """Say whether a type is one page of a list, whose items are its ``nodes``."""
    return owner.name.endswith("Connection")


def is_list(field: GraphQLField) -> bool:
    """Say whether a field returns a list."""
    bare = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
    return isinstance(bare, GraphQLList)
