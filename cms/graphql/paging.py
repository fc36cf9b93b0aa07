"""How long a list may be, and where a page of it begins."""

import base64
import json
from collections.abc import Sequence
from math import isfinite
from typing import Any

from django.conf import settings

from cms.graphql.arguments import is_storable
from cms.graphql.errors import BadInput, LimitExceeded

MAX_OFFSET = 100_000


def checked_limit(asked: int | None, argument: str = "first") -> int:
    """Return how many items to answer; too many is an error that names the maximum."""
    if asked is None:
        return settings.CMS_API["PAGE_SIZE"]
    maximum = settings.CMS_API["MAX_PAGE_SIZE"]
    if asked > maximum:
        raise LimitExceeded(
            "page size", maximum, f"A page has at most {maximum} items, not {asked}."
        )
    if asked < 0:
        raise BadInput(argument, f"“{argument}” counts from 0 up.")
    return asked


def checked_offset(asked: int | None) -> int:
    """Return how many items to leave out first."""
    if asked is None:
        return 0
    if not 0 <= asked <= MAX_OFFSET:
        raise BadInput("offset", f"“offset” counts from 0 to {MAX_OFFSET}.")
    return asked


def write_cursor(order: str, values: Sequence[Any]) -> str:
    """Return a cursor: the order's name and the item's values in it, opaque."""
    plain = json.dumps([order, *values], default=str, ensure_ascii=False)
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_cursor(order: str, cursor: str, length: int) -> list[Any]:
    """Return the values of a cursor that ``write_cursor`` made for the same order."""
    values = _decoded(cursor)
    fits = len(values) == length + 1 and all(map(_is_plain, values))
    if not fits or values[0] != order:
        raise BadInput(
            "after", "“after” takes an `endCursor` of the same list and order."
        )
    return values[1:]


def _decoded(cursor: str) -> list[Any]:
    padded = cursor + "=" * (-len(cursor) % 4)
    try:
        values = json.loads(base64.urlsafe_b64decode(padded), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return []
    return values if isinstance(values, list) else []


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no place in a list.")


def _is_plain(value: Any) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, str):
        return is_storable(value)
    return isinstance(value, int | None)
