"""One read-only transaction for a query: one state, and no statement takes too long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

from cms.core.snapshot import see_one_state
from cms.graphql.errors import TimedOut
from cms.graphql.limits.deadline import Deadline


@contextmanager
def statement_timeout(deadline: Deadline) -> Iterator[None]:
    """Execute a query inside: it can write nothing, and ends with ``TimedOut``.

    ``TimedOut`` is raised at the end even though graphql-core keeps what its resolvers
    raise: an answer half of which is missing by chance would be worse than none.
    """
    seconds = settings.CMS_API["SECONDS"]
    watch = Watch(deadline)
    with transaction.atomic(), connection.execute_wrapper(watch):
        with connection.cursor() as cursor:
            # All end with the transaction. They go in one message to the server.
            cursor.execute(
                f"SET LOCAL statement_timeout = {seconds * 1000:d};"
                f"SET TRANSACTION READ ONLY;{see_one_state()}"
            )
        try:
            yield
        finally:
            # Inside an outer transaction only going back undoes what was set.
            transaction.set_rollback(True)
    if watch.has_seen_timeout:
        raise TimedOut(seconds)
    if deadline.is_over:
        raise TimedOut(deadline.seconds)


class Watch:
    """Begins no statement past the deadline; notices when one is cancelled."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self.has_seen_timeout = False

    def __call__(
        self,
        execute: Callable[..., Any],
        sql: Any,
        params: Any,
        many: Any,
        context: Any,
    ) -> Any:
        """Run a statement, as Django's execute wrappers do."""
        self._deadline.check()
        try:
            return execute(sql, params, many, context)
        except OperationalError as error:
            if isinstance(error.__cause__, QueryCanceled):
                self.has_seen_timeout = True
            raise
