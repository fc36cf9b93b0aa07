"""The processes of a launcher that was killed, ended before the next start."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import psutil

PATIENCE_SECONDS: Final = 10


class Roll:
    """The sessions started from a directory, kept in a file for the next launcher.

    Each process starts in a session of its own, named by its number; what it starts
    stays in that session, also when it dies first.
    """

    def __init__(self, path: Path, directory: Path) -> None:
        self.path = path
        self.directory = directory
        self._born: dict[int, float] = {}

    def add(self, session: int) -> None:
        """Note a session that started."""
        with suppress(psutil.NoSuchProcess):
            self._born[session] = psutil.Process(session).create_time()
        self.path.write_text(json.dumps(list(self._born.items())))

    def end_leftovers(self) -> None:
        """End what runs still in the sessions of the file."""
        if not self.path.exists():
            return
        listed: list[tuple[int, float]] = json.loads(self.path.read_text() or "[]")
        sessions = {
            session for session, born in listed if not _is_reused(session, born)
        }
        family = [one for one in psutil.process_iter() if self._is_ours(one, sessions)]
        _signal_all(one.terminate for one in family)
        _, stubborn = psutil.wait_procs(family, timeout=PATIENCE_SECONDS)
        _signal_all(one.kill for one in stubborn)
        self.path.unlink()

    def _is_ours(self, process: psutil.Process, sessions: set[int]) -> bool:
        try:
            in_session = os.getsid(process.pid) in sessions
            return in_session and Path(process.cwd()) == self.directory
        except (psutil.Error, OSError):
            return False


def _is_reused(session: int, born: float) -> bool:
    """Say whether the number belongs to a younger process by now."""
    try:
        return psutil.Process(session).create_time() - born > 1
    except psutil.NoSuchProcess:
        return False


def _signal_all(steps: Iterator[Callable[[], None]]) -> None:
    for step in steps:
        with suppress(psutil.NoSuchProcess):
            step()
