"""A real Redis server on a free port, for the tests that count in it."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def redis_server(folder: Path, port: int) -> Iterator[redis.Redis]:
    """Run a Redis server; skip the test, saying why, where it is not installed."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip(
            "redis-server is not installed; on Debian: apt install redis-server"
        )
    options = {"--port": port, "--bind": "127.0.0.1", "--save": "", "--dir": folder}
    words = [str(word) for pair in options.items() for word in pair]
    server = subprocess.Popen([program, *words], stdout=subprocess.DEVNULL)
    client = redis.Redis(port=port, retry=Retry(ConstantBackoff(0.05), 200))
    try:
        client.ping()
        yield client
    finally:
        client.close()
        server.terminate()
        server.wait(10)
