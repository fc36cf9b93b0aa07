"""The operations that frontends send, each with the fragments that it uses."""

from collections.abc import Iterator
from pathlib import Path

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    Node,
    parse,
    print_ast,
    visit,
)
from graphql.language import REMOVE, Visitor

FOLDER = Path(__file__).parent / "operations"
SHARED = "fragments"
LATER_OPERATIONS = {"Events", "Suggest"}
LATER_TYPES = {"EventPage"}
LATER_FIELDS = {"Search": {"facets", "didYouMean", "highlight"}}


def names() -> list[str]:
    """Return the names of all operations of the contract."""
    return sorted(path.stem for path in FOLDER.glob("*.graphql") if path.stem != SHARED)


def load(name: str) -> str:
    """Return an operation to send, without the fields of types that come later."""
    shared = _fragments(parse((FOLDER / f"{SHARED}.graphql").read_text()))
    document = _without_later(name, parse((FOLDER / f"{name}.graphql").read_text()))
    own = _fragments(document)
    used = _used(document, {**shared, **own})
    extra = [shared[name] for name in used if name in shared and name not in own]
    return "\n".join(map(print_ast, [document, *extra]))


def _fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }


def _used(node: Node, known: dict[str, FragmentDefinitionNode]) -> list[str]:
    found: list[str] = []
    waiting = list(_spreads(node))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            waiting += _spreads(known[name])
    return sorted(found)


def _spreads(node: Node) -> Iterator[str]:
    names: list[str] = []

    class Collect(Visitor):
        def enter_fragment_spread(self, spread: FragmentSpreadNode, *_: object) -> None:
            names.append(spread.name.value)

    visit(node, Collect())
    return iter(names)


def _without_later(name: str, document: DocumentNode) -> DocumentNode:
    class Leave(Visitor):
        def enter_inline_fragment(self, node, *_):
            if node.type_condition.name.value in LATER_TYPES:
                return REMOVE
            return None

        def enter_fragment_definition(self, node, *_):
            if node.type_condition.name.value in LATER_TYPES:
                return REMOVE
            return None

        def enter_field(self, node, *_):
            if node.name.value in LATER_FIELDS.get(name, ()):
                return REMOVE
            return None

    return visit(document, Leave())
