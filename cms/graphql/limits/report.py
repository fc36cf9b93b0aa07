"""What an answer's ``extensions`` say of its cost, and what it really took."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection


class Report:
    """The work done for one request; measured only in development."""

    def __init__(self) -> None:
        self._started = time.perf_counter()
        self._statements = 0
        self._sql_seconds = 0.0

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Count the statements inside, where ``DIAGNOSTICS`` asks for it."""
        if not settings.CMS_API["DIAGNOSTICS"]:
            yield
            return
        with connection.execute_wrapper(self._measure):
            yield

    def _measure(
        self,
        execute: Callable[..., Any],
        sql: Any,
        params: Any,
        many: Any,
        context: Any,
    ) -> Any:
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self._statements += 1
            self._sql_seconds += time.perf_counter() - started

    def extensions(self, cost: int, *, wants_cost: bool) -> dict[str, Any]:
        """Return what to add to the answer; nothing where nobody asked."""
        said: dict[str, Any] = {}
        if wants_cost:
            said["cost"] = {"asked": cost, "maximum": settings.CMS_API["MAX_COST"]}
        if settings.CMS_API["DIAGNOSTICS"]:
            said["work"] = {
                "statements": self._statements,
                "sqlMilliseconds": _milliseconds(self._sql_seconds),
                "milliseconds": _milliseconds(time.perf_counter() - self._started),
            }
        return said


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 1)
