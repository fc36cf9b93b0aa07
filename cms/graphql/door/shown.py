"""What a client sees of an error, and what the log has of it."""

import logging
import uuid
from typing import Any

from graphql import GraphQLError

from cms.graphql.errors import ApiError, BadInput, InternalError

logger = logging.getLogger(__name__)


def shown(error: GraphQLError) -> dict[str, Any]:
    """Return an error as the client gets it: a sentence, a code, and where it arose.

    What the client cannot act on goes to the log, under an id that the client gets too.
    """
    told = _told(error)
    formatted: dict[str, Any] = {
        **error.formatted,
        "message": told.message,
        "extensions": told.extensions,
    }
    return formatted


def _told(error: GraphQLError) -> GraphQLError:
    cause = error.original_error
    if isinstance(error, ApiError):
        return error
    if isinstance(cause, ApiError):
        return cause
    if cause is None or _is_about_arguments(cause):
        return BadInput("query", error.message)
    return _internal(cause)


def _is_about_arguments(cause: Exception) -> bool:
    """Say whether graphql-core refused an argument: only then it names its place."""
    return isinstance(cause, GraphQLError) and bool(cause.nodes)


def _internal(cause: Exception) -> InternalError:
    error_id = uuid.uuid4().hex[:12]
    logger.error(
        "GraphQL error %s", error_id, exc_info=cause, extra={"error_id": error_id}
    )
    return InternalError(error_id)
