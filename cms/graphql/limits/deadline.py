"""How long a whole answer may take, be it in the database or in our own code."""

import time
from typing import Any

from graphql import ExecutionContext

from cms.graphql.errors import TimedOut


class Deadline:
    """The moment at which an answer is given up; once it was seen, it stays over."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._ends_at = time.monotonic() + seconds

    def check(self) -> None:
        """Raise ``TimedOut`` once the time is up."""
        if self.is_over or time.monotonic() > self._ends_at:
            self.is_over = True
            raise TimedOut(self.seconds)


class BoundedExecution(ExecutionContext):
    """graphql-core's execution, which looks at the clock before each field."""

    def execute_field(self, *args: Any, **kwargs: Any) -> Any:
        """Execute a field while there is time."""
        self.context_value.deadline.check()
        return super().execute_field(*args, **kwargs)

    def complete_object_value(self, *args: Any, **kwargs: Any) -> Any:
        """Complete an object, which the answer depends on from now on."""
        self.context_value.notes.rows.append(args[-1])
        return super().complete_object_value(*args, **kwargs)
