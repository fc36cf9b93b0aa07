"""Does the number of statements grow with the list?"""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

# They bound the time of the answer and undo nothing: there is nothing to undo.
CONTROL = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "SET LOCAL")


def counted(run: Callable[[], object]) -> list[str]:
    """Return the statements of a run without those that control the transaction."""
    with CaptureQueriesContext(connection) as captured:
        run()
    found = [query["sql"] for query in captured.captured_queries]
    return [sql for sql in found if not sql.startswith(CONTROL)]


def statements(run: Callable[[], object]) -> list[str]:
    """Run once to warm caches, then return the statements of a second run."""
    run()
    return counted(run)


def _shape(sql: str) -> str:
    return " ".join(word for word in sql.split() if not any(map(str.isdigit, word)))


def explain(small: Sequence[str], large: Sequence[str]) -> str:
    """Return the statements that a longer list added."""
    added = Counter(map(_shape, large)) - Counter(map(_shape, small))
    return "\n".join(f"{count} x {sql[:300]}" for sql, count in added.items())


@pytest.fixture
def assert_flat():
    """Return `assert_flat(run, grow)`: as many statements after growing as before."""

    def check(run: Callable[[], object], grow: Callable[[], object]) -> None:
        small = statements(run)
        grow()
        large = statements(run)
        assert len(large) == len(small), explain(small, large)

    return check
