"""One cell of the table: a question to a running server, under load."""

import json
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from typing import Final

from benchmarks.database import ROOT
from benchmarks.requests import Request
from benchmarks.servers import Server, database_cpu_seconds

MOST_REQUESTS: Final = 2000


@dataclass(frozen=True)
class Cell:
    """What one contender needed for one question."""

    requests: int
    per_second: float
    p50: float
    p99: float
    cpu: float
    database_cpu: float
    megabytes: float
    statements: int = 0


def measure(server: Server, request: Request, seconds: float) -> Cell:
    """Load a server with one request over and over."""
    asked = {
        "port": server.port,
        "request": b64encode(request.encoded()).decode(),
        "seconds": seconds,
        "requests": MOST_REQUESTS,
    }
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.load"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as load:
        assert load.stdin and load.stdout  # noqa: S101, PT018 – both are pipes
        load.stdin.write(f"{json.dumps(asked)}\n")
        load.stdin.flush()
        load.stdout.readline()  # the warm-up is over
        cpu, database_cpu = server.cpu_seconds(), database_cpu_seconds()
        told = load.stdout.readline()
        cpu = server.cpu_seconds() - cpu
        database_cpu = database_cpu_seconds() - database_cpu
    if not told:
        sys.exit("The load ended early; see above.")
    found = json.loads(told)
    count = found["requests"]
    return Cell(
        requests=count,
        per_second=count / found["seconds"],
        p50=found["p50"],
        p99=found["p99"],
        cpu=1000 * cpu / count,
        database_cpu=1000 * database_cpu / count,
        megabytes=server.megabytes(),
    )
