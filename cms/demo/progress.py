"""Telling a person how far the loader is."""

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """What the loader tells while it works."""

    def advance(self, step: str, done: int, total: int) -> None:
        """One more thing of a step is done."""

    def finish(self, step: str, total: int, seconds: float) -> None:
        """A step is done."""


class Silence:
    """Tells nobody anything."""

    def advance(self, step: str, done: int, total: int) -> None:
        """Say nothing."""

    def finish(self, step: str, total: int, seconds: float) -> None:
        """Say nothing."""


class Lines:
    """One line per step: “News 12/26”, counting up where a terminal can show that."""

    def __init__(self, write: Callable[..., Any], *, is_terminal: bool) -> None:
        self._write = write
        self._is_terminal = is_terminal

    def advance(self, step: str, done: int, total: int) -> None:
        """Show the number in place of the one before."""
        if self._is_terminal:
            self._write(f"\r{step} {done}/{total} ", ending="")

    def finish(self, step: str, total: int, seconds: float) -> None:
        """Leave the finished line."""
        start = "\r" if self._is_terminal else ""
        self._write(f"{start}{step} {total}/{total}, {seconds:.1f} s")


def counted(progress: Progress, step: str, things: Sequence[T]) -> Iterator[T]:
    """Yield the things and tell about each that is done."""
    started = perf_counter()
    for done, thing in enumerate(things, start=1):
        yield thing
        progress.advance(step, done, len(things))
    progress.finish(step, len(things), perf_counter() - started)
