"""What an operation's arguments say before it is executed: how many, and whether."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from graphql import (
    BooleanValueNode,
    FieldNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionNode,
    ValueNode,
    VariableNode,
)

UNWANTED = {"skip": True, "include": False}


class Arguments:
    """Reads literals, variables and the variables' defaults."""

    def __init__(
        self, operation: OperationDefinitionNode, variables: Mapping[str, Any]
    ) -> None:
        self._variables = variables
        self._defaults = {
            definition.variable.name.value: definition.default_value
            for definition in operation.variable_definitions
        }

    def size(self, node: FieldNode, argument: str) -> int:
        """Return how many items are asked for, within what is ever answered."""
        given = next((a for a in node.arguments if a.name.value == argument), None)
        asked = self._value(given.value) if given else None
        api = settings.CMS_API
        if asked is None:
            return api["PAGE_SIZE"]
        if type(asked) is not int:  # whatever it is, it is no larger page
            return api["MAX_PAGE_SIZE"]
        return min(max(asked, 0), api["MAX_PAGE_SIZE"])

    def leaves_out(self, node: SelectionNode) -> bool:
        """Say whether ``@skip`` or ``@include`` keeps a selection out of the answer."""
        return any(
            self._value(argument.value) is UNWANTED[directive.name.value]
            for directive in node.directives
            if directive.name.value in UNWANTED
            for argument in directive.arguments
        )

    def _value(self, node: ValueNode | None) -> Any:
        if isinstance(node, VariableNode):
            name = node.name.value
            known = name in self._variables
            return self._variables[name] if known else self._default(name)
        if isinstance(node, IntValueNode):
            return int(node.value)
        return node.value if isinstance(node, BooleanValueNode) else None

    def _default(self, name: str) -> Any:
        return self._value(self._defaults.get(name))
