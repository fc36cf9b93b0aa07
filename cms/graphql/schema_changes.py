"""What a change of the schema means for frontends that were written before it.

The schema of the last release is the measure. Additions pass. What is gone passes only
where the released schema had it `@deprecated`, so that everybody has had a release's
time to see it; anything else that could break a query in use fails.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    REMOVE,
    BreakingChangeType,
    DefinitionNode,
    DirectiveNode,
    DocumentNode,
    GraphQLSchema,
    NamedTypeNode,
    Node,
    Visitor,
    build_ast_schema,
    build_schema,
    find_breaking_changes,
    find_dangerous_changes,
    parse,
    visit,
)

DEPRECATE = "Put it back and deprecate it for a release before it goes."
ANOTHER = "Keep it as it was, and add another one beside it under a new name."
OPTIONAL = "Make it optional, or give it a default."
ADVICE: Mapping[BreakingChangeType, str] = {
    BreakingChangeType.TYPE_REMOVED: (
        "Put it back and deprecate the fields that lead to it for a release."
    ),
    BreakingChangeType.TYPE_CHANGED_KIND: ANOTHER,
    BreakingChangeType.TYPE_REMOVED_FROM_UNION: (
        "Put it back and deprecate all its fields for a release."
    ),
    BreakingChangeType.VALUE_REMOVED_FROM_ENUM: DEPRECATE,
    BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED: OPTIONAL,
    BreakingChangeType.IMPLEMENTED_INTERFACE_REMOVED: "Let it implement it again.",
    BreakingChangeType.FIELD_REMOVED: DEPRECATE,
    BreakingChangeType.FIELD_CHANGED_KIND: ANOTHER,
    BreakingChangeType.REQUIRED_ARG_ADDED: OPTIONAL,
    BreakingChangeType.ARG_REMOVED: DEPRECATE,
    BreakingChangeType.ARG_CHANGED_KIND: ANOTHER,
}


@dataclass(frozen=True)
class SchemaChanges:
    """What breaks queries in use, and what may surprise their authors."""

    breaking: tuple[str, ...]
    dangerous: tuple[str, ...]


def compare(released: str, current: str) -> SchemaChanges:
    """Compare two schemas, each in the schema definition language."""
    now = build_schema(current)
    before = _without_what_may_go(parse(released), now)
    return SchemaChanges(
        breaking=tuple(
            f"{change.description} {ADVICE.get(change.type, ANOTHER)}"
            for change in find_breaking_changes(before, now)
        ),
        dangerous=tuple(
            change.description for change in find_dangerous_changes(before, now)
        ),
    )


def _without_what_may_go(released: DocumentNode, now: GraphQLSchema) -> GraphQLSchema:
    """Return the released schema without what was deprecated in it and is gone."""
    kept = visit(released, _LeaveOutDeprecated(now))
    reachable = _reachable(kept)
    gone = {
        name
        for name, definition in _types(kept).items()
        if name not in now.type_map
        and (name not in reachable or not _has_members(definition))
    }
    return build_ast_schema(visit(kept, _LeaveOutTypes(gone)))


class _LeaveOutDeprecated(Visitor):
    """Removes fields, arguments and values that were deprecated and are gone now."""

    def __init__(self, now: GraphQLSchema) -> None:
        super().__init__()
        self._now = now

    def _leave_member(
        self,
        node: Node,
        _key: object,
        _parent: object,
        _path: object,
        above: list[Node],
    ) -> object:
        place = [name for one in [*above, node] if (name := _name(one))]
        return REMOVE if _is_deprecated(node) and self._is_gone(place) else None

    leave_field_definition = _leave_member
    leave_input_value_definition = _leave_member
    leave_enum_value_definition = _leave_member

    def _is_gone(self, place: list[str]) -> bool:
        """Follow the names of a type, a field and an argument as far as they lead."""
        found: Any = self._now.type_map.get(place[0])
        for name in place[1:]:
            found = _members(found).get(name)
        return found is None


class _LeaveOutTypes(Visitor):
    """Removes types, also from unions."""

    def __init__(self, names: set[str]) -> None:
        super().__init__()
        self._names = names

    def leave(self, node: Node, *_: object) -> object:
        """Remove the definition of a type, and its name in a list of names."""
        is_named = isinstance(node, DefinitionNode | NamedTypeNode)
        return REMOVE if is_named and _name(node) in self._names else None


def _members(owner: Any) -> Mapping[str, Any]:
    """Return the fields or values of a type, or the arguments of a field."""
    kinds = ("fields", "values", "args")
    lists = (getattr(owner, kind, None) for kind in kinds)
    return next((found for found in lists if found is not None), {})


def _is_deprecated(node: Node) -> bool:
    directives: tuple[DirectiveNode, ...] = getattr(node, "directives", ())
    return any(directive.name.value == "deprecated" for directive in directives)


def _name(node: Node) -> str:
    return node.name.value if hasattr(node, "name") else ""


def _types(document: DocumentNode) -> dict[str, DefinitionNode]:
    return {_name(one): one for one in document.definitions if _name(one)}


def _has_members(definition: DefinitionNode) -> bool:
    """Say whether anything is left in a type; scalars have nothing to lose."""
    lists = [
        getattr(definition, kind)
        for kind in ("fields", "values", "types")
        if hasattr(definition, kind)
    ]
    return any(lists) or not lists


def _reachable(document: DocumentNode) -> set[str]:
    """Return the names of the types that a query can meet."""
    types = _types(document)
    found: set[str] = set()
    waiting = ["Query"]
    while waiting:
        name = waiting.pop()
        if name in found or name not in types:
            continue
        found.add(name)
        waiting += _named_in(types[name])
        waiting += [other for other in types if name in _interfaces(types[other])]
    return found


def _named_in(definition: DefinitionNode) -> Iterator[str]:
    names: list[str] = []

    class Collect(Visitor):
        def enter_named_type(self, node: NamedTypeNode, *_: object) -> None:
            names.append(node.name.value)

    visit(definition, Collect())
    return iter(names)


def _interfaces(definition: DefinitionNode) -> set[str]:
    return {one.name.value for one in getattr(definition, "interfaces", ())}
