"""Eight connections that ask without a pause; run as a process of its own.

It reads one line of JSON, ``{"port", "request", "seconds", "requests"}``, and prints
one: how many requests there were, how long they took, and the latencies.
"""

import json
import sys
import threading
import time
from base64 import b64decode
from dataclasses import dataclass, field
from typing import Any, Final

from benchmarks.requests import Line

CONNECTIONS: Final = 8
WARM_UP: Final = 5  # requests of each connection that do not count


@dataclass
class Load:
    """The work of all connections together, bounded in time and in number."""

    port: int
    request: bytes
    seconds: float
    requests: int
    latencies: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    ends_at: float = 0.0

    def run(self) -> dict[str, Any]:
        """Ask from all connections and sum up."""
        ready = threading.Barrier(CONNECTIONS, action=self._begin)
        threads = [
            threading.Thread(target=self._connection, args=[ready], daemon=True)
            for _ in range(CONNECTIONS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.failures or not self.latencies:
            sys.exit(f"The load failed: {(self.failures or ['no answer came'])[0]}")
        return self._summary(time.perf_counter() - self.started)

    def _begin(self) -> None:
        self.started = time.perf_counter()
        self.ends_at = self.started + self.seconds
        tell_that_load_begins()

    def _connection(self, ready: threading.Barrier) -> None:
        try:
            line = Line(self.port)
            for _ in range(WARM_UP):
                self._ask(line)
            ready.wait()
            while time.perf_counter() < self.ends_at and self._may_go_on():
                self.latencies.append(self._ask(line))
            line.close()
        except (OSError, ValueError, threading.BrokenBarrierError) as error:
            self.failures.append(str(error))
            ready.abort()

    def _may_go_on(self) -> bool:
        return len(self.latencies) < self.requests and not self.failures

    def _ask(self, line: Line) -> float:
        started = time.perf_counter()
        status, body = line.ask(self.request)
        if status != 200:
            raise ValueError(f"status {status}, {body[:200]!r}")
        return time.perf_counter() - started

    def _summary(self, seconds: float) -> dict[str, Any]:
        ordered = sorted(self.latencies)
        return {
            "requests": len(ordered),
            "seconds": seconds,
            "p50": _percentile(ordered, 0.5),
            "p99": _percentile(ordered, 0.99),
        }


def tell_that_load_begins() -> None:
    """Let who started us read the server's clocks: the warm-up is over."""
    print("begin", flush=True)  # noqa: T201 – read by benchmarks.measure


def _percentile(ordered: list[float], part: float) -> float:
    """Return a latency in milliseconds that this part of the requests kept to."""
    return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def main() -> None:
    """Load a server as the line on standard input says."""
    asked = json.loads(sys.stdin.readline())
    asked["request"] = b64decode(asked["request"])
    print(json.dumps(Load(**asked).run()))  # noqa: T201 – read by benchmarks.measure


if __name__ == "__main__":
    main()
