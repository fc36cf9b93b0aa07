"""From a well-formed request to the result of its query."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from graphql import (
    DocumentNode,
    ExecutionResult,
    OperationDefinitionNode,
    execute_sync,
    get_operation_ast,
    get_variable_values,
)

from cms.graphql.context import ApiContext
from cms.graphql.door.documents import MAX_ERRORS, prepared
from cms.graphql.door.reading import Asked
from cms.graphql.door.refused import Refused
from cms.graphql.errors import BadInput
from cms.graphql.limits.cost import check_cost
from cms.graphql.limits.deadline import BoundedExecution
from cms.graphql.planner.plan import Plan
from cms.graphql.schema import get_schema

# graphql-core writes what it was given as Python does.
WORDS = {"None": "null", "True": "true", "False": "false"}


@dataclass(frozen=True)
class Question:
    """One operation, ready to be executed, and what it may cost."""

    document: DocumentNode
    operation: OperationDefinitionNode
    variables: dict[str, Any]  # as they were sent
    values: dict[str, Any]  # as their types have them
    plan: Plan | None
    cost: int
    wants_cost: bool


def understood(asked: Asked) -> Question:
    """Return the operation that is asked for; raises ``LimitExceeded``, ``Refused``."""
    schema = get_schema().graphql_schema
    found = prepared(asked.query)
    document = found.document
    operation = get_operation_ast(document, asked.operation_name)
    if operation is None:
        raise Refused(
            BadInput("operationName", "Name one of the document's operations.")
        )
    variables = get_variable_values(
        schema,
        operation.variable_definitions,
        asked.variables,
        max_errors=MAX_ERRORS,
        hide_suggestions=not settings.CMS_API["INTROSPECTION"],
    )
    if isinstance(variables, list):
        raise Refused(*(BadInput("variables", in_json(e.message)) for e in variables))
    cost = check_cost(schema, document, operation, variables)
    wants_cost = asked.extensions.get("cost") is True
    return Question(
        document=document,
        operation=operation,
        variables=asked.variables,
        values=variables,
        plan=found.plan(operation, variables),
        cost=cost,
        wants_cost=wants_cost,
    )


def planned_answer(question: Question, context: ApiContext) -> ExecutionResult | None:
    """Return the answer that the plan gives; nothing where it gives up."""
    if question.plan is None:
        return None
    try:
        return ExecutionResult(question.plan.execute(context, question.values), None)
    except Exception as error:  # noqa: BLE001 – graphql-core meets it again
        context.plan_failure = error
        return None


def answer(question: Question, context: ApiContext) -> ExecutionResult:
    """Let graphql-core execute an operation."""
    name = question.operation.name
    return execute_sync(
        get_schema().graphql_schema,
        question.document,
        context_value=context,
        variable_values=question.variables,
        operation_name=name.value if name else None,
        execution_context_class=BoundedExecution,
    )


def in_json(message: str) -> str:
    """Return a message of graphql-core with the words that the client sent."""
    return re.sub(r"\b(None|True|False)\b", lambda found: WORDS[found[0]], message)
