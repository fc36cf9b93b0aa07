"""Which operations have an answer for one person only, told before they run."""

from collections.abc import Iterator

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

PERSONAL_FIELDS = frozenset({"preview"})


def personal_fields(document: DocumentNode, operation: OperationDefinitionNode) -> int:
    """Return how often an operation selects a draft, under whatever alias or fragment.

    Directives are not asked: what may be skipped counts.
    """
    fragments = {
        part.name.value: part
        for part in document.definitions
        if isinstance(part, FragmentDefinitionNode)
    }
    names = _root_fields(operation.selection_set, fragments, set())
    return sum(name in PERSONAL_FIELDS for name in names)


def _root_fields(
    selected: SelectionSetNode,
    fragments: dict[str, FragmentDefinitionNode],
    seen: set[str],
) -> Iterator[str]:
    """Yield the names of fields of the root type; each fragment is read once."""
    for node in selected.selections:
        if isinstance(node, FieldNode):
            yield node.name.value
        elif isinstance(node, FragmentSpreadNode):
            name = node.name.value
            if name in fragments and name not in seen:
                seen.add(name)
                inner = fragments[name].selection_set
                yield from _root_fields(inner, fragments, seen)
        elif isinstance(node, InlineFragmentNode):
            yield from _root_fields(node.selection_set, fragments, seen)
