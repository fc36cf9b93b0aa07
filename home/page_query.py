"""The committed query behind the plain rendering, answered inside the process."""

import logging
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    execute,
    parse,
    validate,
)

from cms.graphql.context import ApiContext
from cms.graphql.errors import ApiError
from cms.graphql.schema import get_schema

logger = logging.getLogger(__name__)

QUERY_FILE = Path(__file__).with_name("page.graphql")

Middleware = Callable[..., Any]


class NotAnsweredError(Exception):
    """The API refused the question, as it would refuse any client's."""


@cache
def document() -> DocumentNode:
    """Read and validate the query once."""
    parsed = parse(QUERY_FILE.read_text(encoding="utf-8"))
    errors = validate(get_schema().graphql_schema, parsed)
    if errors:
        raise errors[0]
    return parsed


def ask(
    operation: str,
    context: ApiContext,
    *,
    middleware: Sequence[Middleware] = (),
    **variables: str | None,
) -> dict[str, Any]:
    """Return the data that answers one of the operations."""
    if any("\0" in (value or "") for value in variables.values()):
        raise NotAnsweredError("PostgreSQL knows no text with U+0000.")
    result = execute(
        get_schema().graphql_schema,
        document(),
        context_value=context,
        variable_values=variables,
        operation_name=operation,
        middleware=list(middleware),
    )
    if not isinstance(result, ExecutionResult):
        raise TypeError(f"{operation} was answered asynchronously.")
    for error in result.errors or ():
        _judge(error, is_fatal=result.data is None)
    return result.data or {}


def _judge(error: GraphQLError, *, is_fatal: bool) -> None:
    """Raise what left no answer; what left a gap in one is logged, if it is ours."""
    if isinstance(error.original_error, ApiError):
        if is_fatal:
            raise NotAnsweredError(error.message) from error
        return
    if is_fatal:
        raise error.original_error or error
    logger.error("A part of a page is missing", exc_info=error.original_error or error)
