"""Servers of the contenders, started as production starts ours: one granian each."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psutil

from benchmarks.contenders.contender import Contender
from benchmarks.database import DATA_DIR, ROOT
from benchmarks.requests import Line, Request
from cms.launch.web import APPLICATION, WebServer

LOG: Final = ROOT / "var" / "bench" / "server.log"
START_SECONDS: Final = 60
STOP_SECONDS: Final = 15
POLL_SECONDS: Final = 0.1


@dataclass(frozen=True)
class Server:
    """A running server and what it uses."""

    process: psutil.Process
    port: int

    def ask(self, request: Request) -> Any:
        """Ask once, and return what the JSON of the answer says."""
        line = Line(self.port)
        try:
            status, body = line.ask(request.encoded())
        finally:
            line.close()
        if status != 200:
            said = body[:300].decode(errors="replace")
            sys.exit(
                f"{request.path} answered {status} where an answer was due: {said}"
            )
        return json.loads(body)

    def cpu_seconds(self) -> float:
        """Return the CPU time that the server's processes have used."""
        return _cpu_seconds(self.process)

    def megabytes(self) -> float:
        """Return the resident memory of the largest serving process."""
        workers = self.process.children(recursive=True) or [self.process]
        return max(worker.memory_info().rss for worker in workers) / 1024**2


@contextmanager
def running(contender: Contender, variables: Mapping[str, str]) -> Iterator[Server]:
    """Run a contender's server on a free port, and stop it at the end."""
    port = _free_port()
    command = WebServer.from_environment()
    words = [
        contender.application if word == APPLICATION else word
        for word in WebServer("127.0.0.1", port, 1, command.threads).command()
    ]
    words[0] = contender.python
    logging = {**variables, "LOG_LEVEL": "INFO"}  # as in production: a line a request
    with (
        LOG.open("w") as log,
        subprocess.Popen(
            words, cwd=ROOT, env=logging, stdout=log, stderr=log
        ) as process,
    ):
        try:
            _wait_for(process, port, contender)
            yield Server(psutil.Process(process.pid), port)
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def database_cpu_seconds() -> float:
    """Return the CPU time that PostgreSQL's living processes have used."""
    number = int(Path(DATA_DIR, "postmaster.pid").read_text().split()[0])
    return _cpu_seconds(psutil.Process(number))


def _cpu_seconds(process: psutil.Process) -> float:
    total = 0.0
    for one in (process, *process.children(recursive=True)):
        try:
            times = one.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(
    process: subprocess.Popen[bytes], port: int, contender: Contender
) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            Line(port).close()
        except OSError:
            time.sleep(POLL_SECONDS)  # noqa: TID251 – a new server tells nobody
        else:
            return
    sys.exit(f"The server of {contender.label} did not start; see {LOG}.")
