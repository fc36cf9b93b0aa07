"""What a request asks for: read from its body or its address, and checked."""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest

from cms.graphql.door import media_types
from cms.graphql.door.refused import Refused
from cms.graphql.errors import BadInput, LimitExceeded
from cms.graphql.limits.rate import BASE

# PostgreSQL knows no text with U+0000; a query may also write it as an escape.
NUL = re.compile(r"\x00|\\u0000|\\u\{0+\}")
BYTES_PER_OBJECT = 16
MAX_LENGTH_DIGITS = 9
MAX_PARAMETERS = 10  # in an address
EXAMPLE = '{"query": "{ locales { code } }"}'


@dataclass(frozen=True)
class Asked:
    """A well-formed GraphQL-over-HTTP request."""

    query: str
    variables: dict[str, Any] = field(default_factory=dict)
    operation_name: str | None = None
    extensions: dict[str, Any] = field(default_factory=dict)


def read(request: HttpRequest) -> Asked:
    """Return what is asked; raises ``Refused`` where it is no well-formed request."""
    asked = _from_body(request) if request.method == "POST" else _from_address(request)
    query = asked.get("query")
    if not isinstance(query, str) or not query.strip():
        raise _malformed("query", f"Send a query: {EXAMPLE}.")
    name = asked.get("operationName")
    if name is not None and not isinstance(name, str):
        raise _malformed("operationName", "“operationName” is a string.")
    variables = _object(asked, "variables")
    if NUL.search(query) or NUL.search(json.dumps(variables)):
        raise _malformed("query", "A text may not hold the character U+0000.")
    return Asked(query, variables, name or None, _object(asked, "extensions"))


def price_of_reading(request: HttpRequest) -> int:
    """Return what a request costs before it is known what it asks for.

    To parse and validate the longest text takes as long as a thousand objects.
    """
    told = request.headers.get("Content-Length", "")[:MAX_LENGTH_DIGITS]
    length = int(told) if told.isdecimal() else 0
    length += len(request.META.get("QUERY_STRING", ""))
    return BASE + min(length, settings.CMS_API["MAX_BYTES"]) // BYTES_PER_OBJECT


def _from_body(request: HttpRequest) -> dict[str, Any]:
    charset = (request.content_params or {}).get("charset", "utf-8")
    if request.content_type != media_types.JSON or charset.lower() != "utf-8":
        message = f"Send {media_types.JSON} in UTF-8."
        raise Refused(BadInput("body", message), status=415)
    length = request.headers.get("Content-Length", "")
    if not length.isdecimal():
        raise Refused(BadInput("body", "Send a Content-Length."), status=411)
    if len(length) > MAX_LENGTH_DIGITS or int(length) > settings.CMS_API["MAX_BYTES"]:
        raise _too_long(status=413)
    asked = _json(request.body, "body")
    if not isinstance(asked, dict):
        raise _malformed("body", "Send one JSON object; there are no batches.")
    return asked


def _from_address(request: HttpRequest) -> dict[str, Any]:
    address = request.META.get("QUERY_STRING", "")
    if len(address) > settings.CMS_API["MAX_BYTES"]:
        raise _too_long(status=414)
    try:
        pairs = parse_qsl(
            address,
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MAX_PARAMETERS,
        )
    except ValueError as error:
        message = f"The address has {MAX_PARAMETERS} parameters in UTF-8 at most."
        raise _malformed("query", message) from error
    asked: dict[str, Any] = dict(pairs)
    if len(asked) != len(pairs):
        raise _malformed("query", "Name each parameter once.")
    for name in ("variables", "extensions"):
        if asked.get(name):
            asked[name] = _json(asked[name], name)
        else:
            asked.pop(name, None)
    return asked


def _json(text: str | bytes, argument: str) -> Any:
    """Read JSON as the standard has it: no NaN, no halves of a character."""
    try:
        if isinstance(text, bytes):
            text = text.decode()
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise _malformed(argument, f"“{argument}” is not JSON in UTF-8.") from error
    return value


def _object(asked: dict[str, Any], name: str) -> dict[str, Any]:
    value = asked.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _malformed(name, f"“{name}” is an object.")
    return value


def _malformed(argument: str, message: str) -> Refused:
    return Refused(BadInput(argument, message), status=400)


def _too_long(status: int) -> Refused:
    maximum = settings.CMS_API["MAX_BYTES"]
    message = f"A request has {maximum} bytes at most."
    return Refused(LimitExceeded("bytes", maximum, message), status=status)
