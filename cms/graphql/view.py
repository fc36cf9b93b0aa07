"""The HTTP door: JSON by POST, safe GET, no cookie (GraphQL over HTTP)."""

import json
import logging
import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from graphql import (
    ExecutionResult,
    GraphQLError,
    OperationType,
    execute_sync,
    get_operation_ast,
    parse,
    validate,
)

from cms.graphql.context import ApiContext
from cms.graphql.errors import ApiError, BadInput, InternalError
from cms.graphql.schema import get_schema

logger = logging.getLogger(__name__)

MAX_BODY = 16 * 1024  # bytes
MAX_TOKENS = 2000
JSON_TYPE = "application/json"
RESPONSE_TYPE = "application/graphql-response+json"


class Refused(Exception):
    """A request that is not answered, with its HTTP status."""

    def __init__(self, status: int, error: GraphQLError) -> None:
        super().__init__(error.message)
        self.status = status
        self.error = error


@csrf_exempt  # no cookie is read, so there is nothing to forge
@require_http_methods(["GET", "HEAD", "POST"])
def graphql_view(request: HttpRequest) -> HttpResponse:
    """Answer one query."""
    wants_result_type = RESPONSE_TYPE in request.headers.get("Accept", "")
    try:
        asked = _read(request)
        result = answer(request, **asked)
        status = 200
        if result.data is None and wants_result_type:
            status = 400
    except Refused as refusal:
        result = ExecutionResult(None, [refusal.error])
        status = refusal.status
    body: dict[str, Any] = {}
    if result.errors:
        body["errors"] = [_shown(error) for error in result.errors]
    if status == 200 or result.data is not None:
        body["data"] = result.data
    response = JsonResponse(
        body, status=status, json_dumps_params={"ensure_ascii": False}
    )
    response["Content-Type"] = (
        f"{RESPONSE_TYPE if wants_result_type else JSON_TYPE}; charset=utf-8"
    )
    return response


def answer(
    request: HttpRequest | None,
    query: str,
    variables: dict[str, Any] | None = None,
    operation_name: str | None = None,
) -> ExecutionResult:
    """Parse, validate and execute a query; raises ``Refused`` for a bad document."""
    schema = get_schema().graphql_schema
    try:
        document = parse(query, max_tokens=MAX_TOKENS)
    except GraphQLError as error:
        raise Refused(400, error) from error
    errors = validate(schema, document, max_errors=5)
    if errors:
        raise Refused(400, errors[0])
    operation = get_operation_ast(document, operation_name)
    if operation is None:
        raise Refused(
            400, BadInput("operationName", "Name an operation of the document.")
        )
    if operation.operation is not OperationType.QUERY:
        raise Refused(400, BadInput("query", "There is nothing here but queries."))
    return execute_sync(
        schema,
        document,
        context_value=ApiContext(request),
        variable_values=variables,
        operation_name=operation_name,
    )


def _read(request: HttpRequest) -> dict[str, Any]:
    asked = _from_address(request) if request.method != "POST" else _from_body(request)
    query, variables = asked.get("query"), asked.get("variables")
    name = asked.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise Refused(
            400, BadInput("query", 'Send a query: {"query": "{ locales { code } }"}.')
        )
    if variables is not None and not isinstance(variables, dict):
        raise Refused(400, BadInput("variables", "“variables” is an object."))
    if name is not None and not isinstance(name, str):
        raise Refused(400, BadInput("operationName", "“operationName” is a string."))
    if "\0" in json.dumps([query, variables], ensure_ascii=False).replace(
        "\\u0000", "\0"
    ):
        raise Refused(
            400, BadInput("query", "A text may not hold the character U+0000.")
        )
    return {"query": query, "variables": variables, "operation_name": name}


def _from_address(request: HttpRequest) -> dict[str, Any]:
    asked: dict[str, Any] = {
        name: request.GET.get(name)
        for name in ("query", "variables", "operationName")
        if name in request.GET
    }
    if len(request.META.get("QUERY_STRING", "")) > MAX_BODY:
        raise Refused(414, _too_long())
    if asked.get("variables"):
        asked["variables"] = _json(asked["variables"], "variables")
    return asked


def _from_body(request: HttpRequest) -> dict[str, Any]:
    if request.content_type != JSON_TYPE:
        raise Refused(415, BadInput("body", f"Send {JSON_TYPE}."))
    length = request.headers.get("Content-Length", "0")
    if not length.isdecimal() or int(length) > MAX_BODY:
        raise Refused(413, _too_long())
    asked = _json(request.body, "body")
    if not isinstance(asked, dict):
        raise Refused(
            400, BadInput("body", "Send one JSON object; there are no batches.")
        )
    return asked


def _json(text: str | bytes, argument: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(400, BadInput(argument, f"“{argument}” is not JSON.")) from error


def _too_long() -> GraphQLError:
    from cms.graphql.errors import LimitExceeded

    return LimitExceeded("bytes", MAX_BODY, f"A request has {MAX_BODY} bytes at most.")


def _shown(error: GraphQLError) -> dict[str, Any]:
    """Return an error as the client gets it; what it cannot act on goes to the log."""
    original = error.original_error
    if isinstance(original, ApiError):
        shown = {**error.formatted, "extensions": original.extensions}
        return {**shown, "message": original.message}
    if original is None or isinstance(original, GraphQLError):
        formatted: dict[str, Any] = dict(error.formatted)
        formatted.setdefault("extensions", {"code": "BAD_INPUT", "argument": "query"})
        return formatted
    error_id = uuid.uuid4().hex[:12]
    logger.error("GraphQL error %s", error_id, exc_info=original)
    hidden = InternalError(error_id)
    return {
        **error.formatted,
        "message": hidden.message,
        "extensions": hidden.extensions,
    }
