"""The whole system as `make run` starts it, in a copy of the repository.

`tests/scheduling.py` sends the tests that use it to one worker, which starts it once.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "var", "__pycache__", ".*_cache", "node_modules"
)
FIRST_START_SECONDS = 280
NEXT_START_SECONDS = 60


class RunningSite:
    """A launcher with its processes, and what it said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.lines: list[str] = []
        self.process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def environment(self) -> dict[str, str]:
        """Return a plain environment: what the test run was told is not for it."""
        keep = ("PATH", "HOME", "LANG", "TMPDIR")
        found = {name: os.environ[name] for name in keep if name in os.environ}
        # Three of the demo's languages: the other tests load it in all of them.
        return {
            **found,
            "PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
            "CONTENT_LANGUAGES": "en,fr,ar",
            "DEMO_TINY_PICTURES": "true",
        }

    def start(self, patience: float) -> float:
        """Start and wait until it says where everything is; return the seconds."""
        began = time.monotonic()
        ready = threading.Event()  # its own: an earlier listener may still be at work
        self.lines = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cms.launch"],
            cwd=self.folder,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        listener = [self.process, self.lines, ready]
        threading.Thread(target=_listen, args=listener, daemon=True).start()
        assert ready.wait(patience), self.told
        assert self.process.poll() is None, self.told
        return time.monotonic() - began

    @property
    def told(self) -> str:
        """What it printed."""
        return "".join(self.lines)

    def stop(self) -> None:
        """Press Ctrl-C and wait."""
        assert self.process
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.wait(30)

    def processes(self, *words: str) -> list[psutil.Process]:
        """Return our processes whose command line has these words."""
        found = []
        for process in psutil.process_iter(["cmdline", "cwd"]):
            line = " ".join(process.info["cmdline"] or [])
            ours = str(self.folder) in line or process.info["cwd"] == str(self.folder)
            if ours and all(word in line for word in words):
                found.append(process)
        return found

    def postmaster(self) -> psutil.Process:
        """Return the database's first process."""
        note = self.folder / "var" / "postgres" / "postmaster.pid"
        return psutil.Process(int(note.read_text().split()[0]))

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """Send a query."""
        request = urllib.request.Request(
            f"{self.address}/graphql/",
            json.dumps({"query": query, "variables": variables}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)

    def wait_until_ready(self, seconds: float) -> None:
        """Ask /readyz until it says yes."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(
                    f"{self.address}/readyz", timeout=5
                ) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                threading.Event().wait(0.2)
        raise AssertionError(f"not ready again:\n{self.told[-3000:]}")

    def manage(self, *words: str) -> str:
        """Run a management command here and return what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=self.folder,
            env={**self.environment(), "DJANGO_SETTINGS_MODULE": "cms.settings.dev"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def _listen(
    process: subprocess.Popen[str], lines: list[str], ready: threading.Event
) -> None:
    """Keep what a launcher prints; it is ready when it says so, or has ended."""
    assert process.stdout
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C stops everything" in line:
            ready.set()
    ready.set()


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def running_site() -> Iterator[RunningSite]:
    """A started copy of the repository with its demo content.

    Not in pytest's own directory, which other runs close to the database's account.
    """
    outer = Path(tempfile.mkdtemp(prefix="municipia-whole-"))
    folder = outer / "municipia"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    site = RunningSite(folder)
    try:
        site.start(FIRST_START_SECONDS)
        yield site
    finally:
        if site.process is not None:
            site.stop()
        shutil.rmtree(outer, ignore_errors=True)
