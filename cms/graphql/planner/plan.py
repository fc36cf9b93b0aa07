"""A document's operation, compiled once and executed for every request that sends it.

graphql-core's execution collects the fields of every object anew and builds a
description of each field that it resolves; a plan does so once. What it answers is what
graphql-core answers, which `tests/graphql/planner/` compares; where anything goes wrong
a plan gives up, and graphql-core answers in its place, errors and all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    GraphQLSchema,
    ListValueNode,
    Node,
    ObjectValueNode,
    OperationDefinitionNode,
    OperationType,
    TypeNameMetaFieldDef,
    VariableNode,
)
from graphql.execution.collect_fields import collect_fields, collect_sub_fields
from graphql.execution.values import get_argument_values
from wagtail.models import Page

from cms.graphql.planner.fields import (
    Fields,
    Info,
    PlannedField,
    Selection,
    resolver_of,
)
from cms.graphql.planner.values import NotPlanned, completion_of
from cms.graphql.planner.whole_pages import whole

NOTHING: Mapping[str, Any] = {}


class Plan:
    """One operation, for one choice of what its directives leave out."""

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        choices: Mapping[str, Any],
    ) -> None:
        self._schema = schema
        self._choices = dict(choices)  # the variables that directives ask for
        self._fragments = {
            part.name.value: part
            for part in document.definitions
            if isinstance(part, FragmentDefinitionNode)
        }
        if schema.query_type is None or operation.operation is not OperationType.QUERY:
            raise NotPlanned("no query")
        collected = collect_fields(
            schema,
            self._fragments,
            self._choices,
            schema.query_type,
            operation.selection_set,
        )
        self._root = self._fields(schema.query_type, collected)

    def execute(self, context: Any, variables: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer; any exception says that graphql-core should try."""
        context.is_planned = True
        return Run(context, variables).object(self._root, None)

    def _fields(
        self, owner: GraphQLObjectType, collected: Mapping[str, list[FieldNode]]
    ) -> Fields:
        return Fields(
            self._field(owner, key, nodes) for key, nodes in collected.items()
        )

    def _field(
        self, owner: GraphQLObjectType, key: str, nodes: list[FieldNode]
    ) -> PlannedField:
        name = nodes[0].name.value
        if name == "__typename":
            return PlannedField(
                key=key,
                definition=TypeNameMetaFieldDef,
                node=nodes[0],
                resolve=lambda _source, _info: owner.name,
                complete=lambda value, _run: value,
                selection=None,
            )
        if name.startswith("__"):
            raise NotPlanned("introspection")
        definition = owner.fields[name]
        selection = self._selection(nodes) if nodes[0].selection_set else None
        return PlannedField(
            key=key,
            definition=definition,
            node=nodes[0],
            resolve=resolver_of(definition),
            complete=completion_of(definition.type, selection, self._schema),
            selection=selection,
        )

    def _selection(self, nodes: list[FieldNode]) -> Selection:
        def compile_for(type_name: str) -> Fields:
            owner = self._schema.type_map[type_name]
            if not isinstance(owner, GraphQLObjectType):
                raise NotPlanned(type_name)
            collected = collect_sub_fields(
                self._schema, self._fragments, self._choices, owner, nodes
            )
            return self._fields(owner, collected)

        return Selection(compile_for, {})


class Run:
    """One execution of a plan: the arguments of every field are read once."""

    def __init__(self, context: Any, variables: Mapping[str, Any]) -> None:
        self.context = context
        self._variables = dict(variables)
        self._calls: dict[PlannedField, tuple[Info, Mapping[str, Any]]] = {}
        self._check = context.deadline.check
        self._met = context.notes.rows
        self.info: Info | None = None  # of the latest field, for what asks its type

    def object(self, fields: Fields, source: Any) -> dict[str, Any]:
        """Return the answer for one object."""
        self._check()
        if type(source) is Page:
            source = whole(source, fields, self.context)
        self._met.append(source)
        calls, answer = self._calls, {}
        for field in fields:
            call = calls.get(field)
            if call is None:
                call = calls[field] = self._begin(field)
            info, arguments = call
            self.info = info
            value = field.resolve(source, info, **arguments)
            answer[field.key] = field.complete(value, self)
        return answer

    def _begin(self, field: PlannedField) -> tuple[Info, Mapping[str, Any]]:
        info = Info(self.context, field, self._variables)
        if not field.definition.args:
            return info, NOTHING
        return info, get_argument_values(field.definition, field.node, self._variables)


def directive_variables(document: DocumentNode) -> frozenset[str]:
    """Return the names of the variables that `@skip` and `@include` ask for."""
    return frozenset(_variables_of_directives(document, inside=False))


def _variables_of_directives(node: Any, *, inside: bool) -> Iterator[str]:
    if isinstance(node, VariableNode):
        if inside:
            yield node.name.value
    elif isinstance(node, ListValueNode | ObjectValueNode) and not inside:
        return  # values hold no directives
    elif isinstance(node, Node):
        within = inside or node.kind == "directive"
        for key in node.keys:
            yield from _variables_of_directives(getattr(node, key), inside=within)
    elif isinstance(node, tuple | list):
        for part in node:
            yield from _variables_of_directives(part, inside=inside)
