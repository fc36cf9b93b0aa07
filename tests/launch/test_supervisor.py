"""Processes run together, come back when they die, and stop together."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

import psutil
import pytest

from cms.launch import supervisor as supervisor_module
from cms.launch.leftovers import Roll
from cms.launch.supervisor import LEASH, Program, Supervisor

BEGIN = "import os, sys, time; print('begun', os.getpid(), flush=True); "
WAIT = "sys.stdin = open(os.devnull); import signal; signal.pause()"
IGNORE_STOP = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
LEAVE_CHILD = (
    "import subprocess; subprocess.Popen([sys.executable, '-c', 'import signal; "
    'print("child", flush=True); signal.pause()\']); '
)
LAUNCH = """
import os, subprocess, sys
leash, code = sys.argv[1:]
subprocess.run([sys.executable, leash, str(os.getpid()), sys.executable, "-c", code])
"""


class Lines:
    """What was printed, and waiting for more of it."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, line: str) -> None:
        self.seen.append(line)

    def count(self, text: str) -> int:
        return sum(text in line for line in self.seen)

    async def until(self, text: str, times: int = 1) -> None:
        async with asyncio.timeout(30):
            while self.count(text) < times:
                await asyncio.sleep(0.01)

    def numbers(self) -> list[int]:
        return [int(line.split()[-1]) for line in self.seen if "| begun" in line]


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Lines:
    """The launcher's output."""
    seen = Lines()
    monkeypatch.setattr("cms.launch.output.tell", seen)
    monkeypatch.setattr("cms.launch.supervisor.tell", seen)
    return seen


@pytest.fixture
def roll(tmp_path: Path) -> Roll:
    """The list of what runs in this test's directory."""
    return Roll(tmp_path / "sessions.json", tmp_path)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait in hundredths of seconds where the launcher waits in seconds."""
    monkeypatch.setattr(supervisor_module, "FIRST_DELAY_SECONDS", 0.01)
    monkeypatch.setattr(supervisor_module, "LONGEST_DELAY_SECONDS", 0.04)
    monkeypatch.setattr(supervisor_module, "STOP_SECONDS", 0.5)


Story = Callable[[Supervisor], Coroutine[None, None, None]]


def supervise(roll: Roll, code: str, story: Story) -> None:
    """Keep a program running while the story is told, then stop it."""

    async def both() -> None:
        supervisor = Supervisor(os.environ, roll)
        program = Program("web", [sys.executable, "-c", code])
        keeping = asyncio.create_task(supervisor.keep(program))
        try:
            await story(supervisor)
        finally:
            supervisor.stop.set()
            await keeping

    asyncio.run(both())


def is_running(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)  # noqa: TID251


def test_lines_are_printed_behind_the_name(roll: Roll, lines: Lines) -> None:
    async def story(supervisor: Supervisor) -> None:
        await lines.until("begun")

    supervise(roll, BEGIN + WAIT, story)

    assert lines.seen[0].startswith("web       | begun")


def test_a_killed_process_is_started_again(roll: Roll, lines: Lines) -> None:
    async def story(supervisor: Supervisor) -> None:
        await lines.until("| begun")
        os.kill(lines.numbers()[0], signal.SIGKILL)
        await lines.until("| begun", times=2)

    supervise(roll, BEGIN + WAIT, story)

    assert lines.count("web was ended by SIGKILL; it starts again") == 1
    assert not any(is_running(number) for number in lines.numbers())


def test_what_ends_at_once_is_tried_again_with_a_growing_bounded_delay(
    roll: Roll, monkeypatch: pytest.MonkeyPatch, lines: Lines
) -> None:
    delays: list[float] = []

    async def story(supervisor: Supervisor) -> None:
        async def note(seconds: float) -> None:
            delays.append(seconds)

        supervisor.pause = note
        await lines.until("ended with code 3", times=4)

    supervise(roll, "raise SystemExit(3)", story)

    assert delays[:4] == [0.01, 0.02, 0.04, 0.04]


def test_a_dead_process_leaves_no_child_behind(roll: Roll, lines: Lines) -> None:
    async def story(supervisor: Supervisor) -> None:
        await lines.until("| child")
        first = psutil.Process(lines.numbers()[0])
        children = [child.pid for child in first.children()]
        first.kill()
        await lines.until("| begun", times=2)
        assert children
        assert not any(is_running(child) for child in children)

    supervise(roll, BEGIN + LEAVE_CHILD + WAIT, story)


def test_what_does_not_stop_is_killed(roll: Roll, lines: Lines) -> None:
    async def story(supervisor: Supervisor) -> None:
        await lines.until("| begun")

    started = time.monotonic()
    supervise(roll, IGNORE_STOP + BEGIN + WAIT, story)

    assert time.monotonic() - started < 20
    assert not is_running(lines.numbers()[0])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a death")
def test_a_process_ends_with_its_killed_launcher(tmp_path: Path) -> None:
    note = tmp_path / "number"
    child = f"import os; open({str(note)!r}, 'w').write(str(os.getpid())); {WAIT}"
    launcher = subprocess.Popen(
        [sys.executable, "-c", LAUNCH, str(LEASH), f"import sys; {child}"]
    )
    wait_until(lambda: note.exists() and note.read_text() != "")
    number = int(note.read_text())

    launcher.kill()
    launcher.wait()

    wait_until(lambda: not is_running(number))


def test_the_next_launcher_ends_what_a_killed_one_left(
    roll: Roll, tmp_path: Path
) -> None:
    code = f"import os, sys; {LEAVE_CHILD} {WAIT}"
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        start_new_session=True,
        stdout=subprocess.PIPE,
    )
    assert parent.stdout.readline() == b"child\n"
    roll.add(parent.pid)
    (child,) = psutil.Process(parent.pid).children()
    parent.kill()  # its child lives on, in its session
    parent.wait()

    Roll(roll.path, tmp_path).end_leftovers()

    wait_until(lambda: not is_running(child.pid))
    assert not roll.path.exists()


def test_a_number_used_anew_is_left_alone(roll: Roll, tmp_path: Path) -> None:
    stranger = subprocess.Popen(
        [sys.executable, "-c", f"import os, sys; {WAIT}"],
        cwd=tmp_path,
        start_new_session=True,
    )
    roll.path.write_text(f"[[{stranger.pid}, {time.time() - 3600}]]")

    roll.end_leftovers()

    assert is_running(stranger.pid)
    stranger.kill()
    stranger.wait()


def test_a_process_of_another_directory_is_left_alone(
    roll: Roll, tmp_path: Path
) -> None:
    stranger = subprocess.Popen(
        [sys.executable, "-c", f"import os, sys; {WAIT}"],
        cwd="/",
        start_new_session=True,
    )
    roll.add(stranger.pid)

    roll.end_leftovers()

    assert is_running(stranger.pid)
    stranger.kill()
    stranger.wait()
