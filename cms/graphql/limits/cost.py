"""How many objects a query can return at most, known before the first statement."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from graphql import (
    DocumentNode,
    GraphQLSchema,
    OperationDefinitionNode,
    get_introspection_query,
    parse,
)

from cms.graphql.errors import LimitExceeded
from cms.graphql.limits.estimate import Estimate, Estimator


def cost_of(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
) -> int:
    """Return the cost of a valid document's operation: its objects, leaves are free.

    What introspection returns costs nothing here; ``check_cost`` bounds it apart.
    """
    return _estimate(schema, document, operation, variables).objects


def check_cost(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
) -> int:
    """Return the cost of an operation, or raise ``LimitExceeded``."""
    found = _estimate(schema, document, operation, variables)
    maximum = settings.CMS_API["MAX_COST"]
    if found.objects > maximum:
        raise LimitExceeded(
            "cost",
            maximum,
            f"This may return {found.objects} objects, at most {maximum} are "
            "answered; ask for fewer items (“first”) or for less of each.",
        )
    parts = max_introspection(schema)
    if found.introspection > parts:
        raise LimitExceeded(
            "introspection",
            parts,
            f"This asks for {found.introspection} parts of the schema, at most {parts} "
            "are answered; the standard introspection query is enough for all tools.",
        )
    return found.objects


@cache
def max_introspection(schema: GraphQLSchema) -> int:
    """Return what one may ask of the schema: half more than the standard query does."""
    document = parse(
        get_introspection_query(
            specified_by_url=True,
            directive_is_repeatable=True,
            schema_description=True,
            input_value_deprecation=True,
            experimental_directive_deprecation=True,
            input_object_one_of=True,
        )
    )
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)  # noqa: S101
    return _estimate(schema, document, operation, {}).introspection * 3 // 2


def _estimate(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
) -> Estimate:
    return Estimator(schema, document, operation, variables).estimate()
