"""The view on `/graphql/`: JSON by POST, queries by GET, and no cookie."""

import json
import logging
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from graphql import GraphQLError, OperationType

from cms.graphql.context import ApiContext
from cms.graphql.door import media_types, origins
from cms.graphql.door.answering import (
    Question,
    answer,
    planned_answer,
    understood,
)
from cms.graphql.door.media_types import chosen_media_type
from cms.graphql.door.packing import pack
from cms.graphql.door.reading import price_of_reading, read
from cms.graphql.door.refused import Refused
from cms.graphql.door.shown import shown
from cms.graphql.errors import ApiError, BadInput, NotAllowed, RateLimited, TimedOut
from cms.graphql.limits.rate import BASE, spend
from cms.graphql.limits.report import Report
from cms.graphql.limits.statements import statement_timeout
from cms.graphql.personal import personal_fields

logger = logging.getLogger(__name__)


@dataclass
class Reply:
    """What goes back, before it is bytes."""

    status: int
    body: dict[str, Any]
    is_personal: bool = False


@csrf_exempt  # no cookie is read, so there is nothing to forge
def graphql_view(request: HttpRequest) -> HttpResponse:
    """Answer one query, or say in a sentence why not."""
    if request.method == "OPTIONS":
        return origins.preflight(request)
    media_type = media_types.JSON
    try:
        spend(request.META["REMOTE_ADDR"], price_of_reading(request))
        media_type = chosen_media_type(request.headers.get("Accept", ""))
        reply = _reply(request)
    except (Refused, ApiError) as refusal:
        reply = _refusal(refusal, media_type)
    except Exception as error:  # noqa: BLE001 – the client gets an id, the log the rest
        told = shown(GraphQLError("", original_error=error))
        reply = Reply(500, {"errors": [told]})
    return _response(request, reply, media_type)


def _reply(request: HttpRequest) -> Reply:
    if request.method not in origins.METHODS:
        raise Refused(NotAllowed("Ask by POST, or by GET."), status=405)
    question = understood(read(request))
    if question.operation.operation is not OperationType.QUERY:
        status = None if request.method == "POST" else 405
        raise Refused(NotAllowed("There is nothing here but queries."), status=status)
    drafts = personal_fields(question.document, question.operation)
    if drafts and request.method != "POST":
        message = "Ask for a draft by POST: addresses are kept in logs."
        raise Refused(NotAllowed(message), status=405)
    if drafts > 1:  # to try one token costs as much as to list a hundred pages
        raise Refused(BadInput("token", "Ask for one draft at a time."))
    if question.cost > BASE:
        spend(request.META["REMOTE_ADDR"], question.cost - BASE)
    return _executed(request, question)


def _executed(request: HttpRequest, question: Question) -> Reply:
    context, report = ApiContext(request), Report()
    with report.measured():
        with statement_timeout(context.deadline):
            result = planned_answer(question, context)
        if result is None:
            failure = context.plan_failure
            context = ApiContext(request, context.deadline)
            with statement_timeout(context.deadline):
                result = answer(question, context)
            if failure and not result.errors:
                logger.error("Only graphql-core could answer", exc_info=failure)
    body: dict[str, Any] = {}
    if result.errors:
        body["errors"] = [shown(error) for error in result.errors]
    body["data"] = result.data
    told = report.extensions(question.cost, wants_cost=question.wants_cost)
    if told:
        body["extensions"] = told
    return Reply(200, body, is_personal=context.is_personal)


def _refusal(refusal: Refused | ApiError, media_type: str) -> Reply:
    errors = refusal.errors if isinstance(refusal, Refused) else [refusal]
    told = [shown(error) for error in errors]
    status = _status(refusal, media_type)
    codes = [error["extensions"]["code"] for error in told]
    logger.info("GraphQL refused with %s: %s", status, ", ".join(codes))
    return Reply(status, {"errors": told})


def _status(refusal: Refused | ApiError, media_type: str) -> int:
    if isinstance(refusal, RateLimited):
        return 429
    if isinstance(refusal, Refused) and refusal.status is not None:
        return refusal.status
    if media_type == media_types.JSON:
        return 200
    return 503 if isinstance(refusal, TimedOut) else 400


def _response(request: HttpRequest, reply: Reply, media_type: str) -> HttpResponse:
    body = json.dumps(reply.body, ensure_ascii=False, separators=(",", ":"))
    response = HttpResponse(
        body, status=reply.status, content_type=f"{media_type}; charset=utf-8"
    )
    is_kept = reply.status == 200 and "errors" not in reply.body
    # What was published is served on the next request: nobody keeps without asking.
    response["Cache-Control"] = (
        "no-cache" if is_kept and not reply.is_personal else "no-store"
    )
    response["X-Content-Type-Options"] = "nosniff"
    if reply.status == 405:
        response["Allow"] = ", ".join((*origins.METHODS, "OPTIONS"))
    if reply.status == 429:
        seconds = reply.body["errors"][0]["extensions"]["seconds"]
        response["Retry-After"] = str(seconds)
    patch_vary_headers(response, ["Accept"])
    packed = pack(response, request.headers.get("Accept-Encoding", ""))
    return origins.share(request, packed)
