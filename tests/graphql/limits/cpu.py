"""CPU time of this process, on a machine that has other things to do."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def milliseconds(run: Callable[[], object], *, runs: int = 3) -> float:
    """Return the least CPU time of several runs."""
    best = float("inf")
    with _no_collection():
        for _ in range(runs):
            started = time.process_time()
            run()
            best = min(best, time.process_time() - started)
    return best * 1000


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep out the collector's walk over all of Django, which belongs to no run."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
