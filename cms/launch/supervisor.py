"""Runs the processes together: restarts what dies, stops all at once."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cms.launch.leftovers import Roll
from cms.launch.output import relay, tell

LEASH: Final = Path(__file__).with_name("leash.py")
FIRST_DELAY_SECONDS: Final = 1.0
LONGEST_DELAY_SECONDS: Final = 30.0
HEALTHY_SECONDS: Final = 60.0  # who ran that long starts again without a growing delay
STOP_SECONDS: Final = 10.0


@dataclass(frozen=True)
class Program:
    """One process to keep running."""

    name: str
    command: Sequence[str]


class Supervisor:
    """Keeps programs running until it is asked to stop."""

    def __init__(self, environment: Mapping[str, str], roll: Roll) -> None:
        self.environment = dict(environment)
        self.roll = roll
        self.stop = asyncio.Event()
        self._relays: set[asyncio.Task[None]] = set()

    async def pause(self, seconds: float) -> None:
        """Wait, but no longer than until the stop."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.stop.wait(), seconds)

    async def keep(self, program: Program) -> None:
        """Keep a program running until the stop, which it then takes part in."""
        delay = FIRST_DELAY_SECONDS
        while not self.stop.is_set():
            started = time.monotonic()
            process = await self._start(program)
            await self._until_over(process)
            await _end(process)
            if self.stop.is_set():
                return
            if time.monotonic() - started > HEALTHY_SECONDS:
                delay = FIRST_DELAY_SECONDS
            how = _ending(process.returncode)
            tell(f"{program.name} {how}; it starts again in {delay:.0f} s.")
            await self.pause(delay)
            delay = min(delay * 2, LONGEST_DELAY_SECONDS)

    async def _start(self, program: Program) -> asyncio.subprocess.Process:
        # A pipe of our own: asyncio's would tell of an end only when what the process
        # left behind has let go of it, too.
        reading, writing = os.pipe()
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(LEASH), str(os.getpid()), *program.command),
            cwd=self.roll.directory,
            env=self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=writing,
            stderr=writing,
            start_new_session=True,  # the terminal's Ctrl-C is ours to pass on
        )
        os.close(writing)
        self.roll.add(process.pid)
        relaying = asyncio.create_task(relay(program.name, reading))
        self._relays.add(relaying)
        relaying.add_done_callback(self._relays.discard)
        return process

    async def _until_over(self, process: asyncio.subprocess.Process) -> None:
        waiting = [
            asyncio.create_task(process.wait()),
            asyncio.create_task(self.stop.wait()),
        ]
        _, pending = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()


async def _end(process: asyncio.subprocess.Process) -> None:
    """End the process and what it left behind in its session."""
    if process.returncode is None:
        process.terminate()
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return f"was ended by {signal.Signals(-code).name}"
    return f"ended with code {code}"
