"""Does the number of statements grow with the list?"""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


def statements(run: Callable[[], object]) -> list[str]:
    """Run once to warm caches, then return the statements of a second run."""
    run()
    with CaptureQueriesContext(connection) as captured:
        run()
    return [query["sql"] for query in captured.captured_queries]


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
