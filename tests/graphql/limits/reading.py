"""What graphql-core says of a document, to compare the scan with."""

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSyntaxError,
    SelectionSetNode,
    Source,
    TokenKind,
)
from graphql.language import Lexer


def count_tokens(query: str) -> int:
    """Return how many tokens and comments there are before the first mistake."""
    lexer = Lexer(Source(query))
    position = count = 0
    while True:
        try:
            token = lexer.read_next_token(position)
        except GraphQLSyntaxError:
            return count
        if token.kind is TokenKind.EOF:
            return count
        position, count = token.end, count + 1


def measure(document: DocumentNode, name: str) -> tuple[int, int, int]:
    """Return aliases, depth and introspection's depth of an operation."""
    fragments = {
        definition.name.value: definition.selection_set
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    operation = next(d for d in document.definitions if d.name.value == name)
    return _measure(operation.selection_set, fragments, 1, None)


def _measure(
    selected: SelectionSetNode, fragments, level: int, introspects: bool | None
) -> tuple[int, int, int]:
    here = (0, 0, level) if introspects else (0, level, 0)
    found = [here]
    for node in selected.selections:
        if isinstance(node, FieldNode):
            found.append((1 if node.alias else 0, 0, 0))
            below, at = node.selection_set, level + 1
        elif isinstance(node, FragmentSpreadNode):
            below, at = fragments[node.name.value], level
        else:
            below, at = node.selection_set, level
        if below:
            inside = introspects
            if isinstance(node, FieldNode) and level == 1:
                inside = node.name.value in ("__schema", "__type")
            found.append(_measure(below, fragments, at, inside))
    aliases, depths, introspection = zip(*found, strict=True)
    return sum(aliases), max(depths), max(introspection)
