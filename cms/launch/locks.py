"""Locks between processes that the kernel gives back when their holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MODE = 0o600


def open_lock(path: Path) -> int:
    """Return a descriptor of the lock file, which is made when it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, MODE)


def share(descriptor: int) -> None:
    """Hold the lock together with others; it ends with the process."""
    fcntl.flock(descriptor, fcntl.LOCK_SH)


def take_if_free(descriptor: int) -> bool:
    """Hold the lock alone, or say that somebody else holds it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Let one process at a time through; the others wait for their turn."""
    descriptor = open_lock(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
