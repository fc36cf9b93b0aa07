"""What becomes of a task, whatever becomes of its worker."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import OperationalError, connection
from django_tasks_db.models import DBTaskResult

from cms.operations import worker as worker_module
from cms.operations.models import PATIENCE, Heartbeat
from cms.operations.orphans import MAX_ATTEMPTS, heartbeat_name, return_orphans
from cms.operations.worker import Worker
from tests.operations import background_tasks
from tests.operations.conftest import WaitingTask

ROOT = Path(__file__).resolve().parents[2]
AT_ONCE = timedelta(0)


pytestmark = pytest.mark.usefixtures("queue")


@pytest.fixture
def worker() -> Worker:
    """A worker that runs what the test tells it to."""
    return Worker(threading.Event())


@pytest.fixture
def worker_process() -> Iterator[subprocess.Popen]:
    """A worker in a process of its own, on the test's database."""
    settings = connection.settings_dict
    host = quote(settings["HOST"], safe="")
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.operations.process_settings",
        "DATABASE_URL": f"postgresql://{settings['USER']}:{settings['PASSWORD']}"
        f"@{host}{port}/{settings['NAME']}",
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "work"], cwd=ROOT, env=environment
    )
    yield process
    process.kill()
    process.wait()


def test_a_task_runs_once_and_its_value_is_kept(worker: Worker, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    background_tasks.note.enqueue(str(notes), "hello")

    assert [worker.run_next(), worker.run_next()] == [True, False]

    assert notes.read_text() == "hello\n"
    assert DBTaskResult.objects.get().return_value == "hello"


def test_a_task_that_fails_is_kept_with_its_reason(worker: Worker) -> None:
    background_tasks.fail.enqueue()

    worker.run_next()

    result = DBTaskResult.objects.get()
    assert (result.status, result.exception_class_path) == (
        "FAILED",
        "builtins.ValueError",
    )


def test_a_value_that_is_no_json_fails_its_task_alone(worker: Worker) -> None:
    background_tasks.return_no_json.enqueue()

    worker.run_next()

    assert DBTaskResult.objects.get().exception_class_path == "builtins.TypeError"


def test_a_task_whose_code_is_gone_fails_alone(worker: Worker) -> None:
    background_tasks.fail.enqueue()
    DBTaskResult.objects.update(task_path="tests.operations.background_tasks.gone")

    worker.run_next()

    assert DBTaskResult.objects.get().status == "FAILED"


def test_a_task_knows_its_attempt(worker: Worker) -> None:
    background_tasks.tell_attempt.enqueue()

    worker.run_next()

    assert DBTaskResult.objects.get().return_value == 1


def test_a_killed_workers_task_runs_once_more_and_only_once(
    worker_process: subprocess.Popen, worker: Worker, waiting_task: WaitingTask
) -> None:
    waiting_task.enqueue()
    waiting_task.wait_until_begun()
    worker_process.send_signal(signal.SIGKILL)
    worker_process.wait()

    returned = [return_orphans(AT_ONCE), return_orphans(AT_ONCE)]
    waiting_task.let_it_end()
    ran = [worker.run_next(), worker.run_next()]

    assert (returned, ran) == ([1, 0], [True, False])
    assert waiting_task.notes.read_text() == "begun\nbegun\nended\n"
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_worker_asked_to_stop_ends_its_task_first(
    worker_process: subprocess.Popen, waiting_task: WaitingTask
) -> None:
    waiting_task.enqueue()
    waiting_task.wait_until_begun()

    worker_process.terminate()
    waiting_task.let_it_end()

    assert worker_process.wait(timeout=30) == 0
    assert waiting_task.notes.read_text() == "begun\nended\n"
    assert not Heartbeat.objects.exists()


def test_a_living_workers_task_is_left_alone(
    worker_process: subprocess.Popen, waiting_task: WaitingTask
) -> None:
    waiting_task.enqueue()
    waiting_task.wait_until_begun()
    # Stopped, it cannot beat, but the lock on its connection is held.
    worker_process.send_signal(signal.SIGSTOP)

    assert return_orphans(AT_ONCE) == 0


def test_a_fresh_heartbeat_protects_a_task(tmp_path: Path) -> None:
    task = background_tasks.note.enqueue(str(tmp_path / "notes"), "hello")
    DBTaskResult.objects.get(pk=task.id).claim("somebody")
    Heartbeat.objects.beat(heartbeat_name("somebody"))

    assert return_orphans(timedelta(seconds=1)) == 0
    assert return_orphans(AT_ONCE) == 1


def test_no_worker_is_taken_for_dead_while_the_database_just_started() -> None:
    longer_than_it_runs = timedelta(days=36_500)

    background_tasks.fail.enqueue()
    DBTaskResult.objects.get().claim("somebody")

    assert timedelta(seconds=10) < PATIENCE
    assert return_orphans(longer_than_it_runs) == 0


def test_a_task_that_kills_every_worker_is_given_up() -> None:
    background_tasks.fail.enqueue()
    for attempt in range(MAX_ATTEMPTS):
        DBTaskResult.objects.get().claim(f"victim-{attempt}")
        return_orphans(AT_ONCE)

    result = DBTaskResult.objects.get()
    assert result.status == "FAILED"
    assert "died 5 times" in result.traceback


def test_a_lost_database_returns_the_task_to_the_queue(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_the_database(result: DBTaskResult) -> None:
        connection.close()
        raise OperationalError("server closed the connection unexpectedly")

    background_tasks.fail.enqueue()
    monkeypatch.setattr(worker_module, "_call", lose_the_database)

    worker.run_next()

    assert DBTaskResult.objects.get().status == "READY"


def test_an_ended_task_is_stored_when_the_database_is_back(
    worker: Worker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    losses = [OperationalError("gone"), OperationalError("gone still")]
    store = worker_module._store

    def store_later(result: DBTaskResult, value: object) -> None:
        if losses:
            raise losses.pop()
        store(result, value)

    monkeypatch.setattr(worker_module, "_store", store_later)
    monkeypatch.setattr(worker_module, "RETRY_SECONDS", 0.01)
    notes = tmp_path / "notes"
    background_tasks.note.enqueue(str(notes), "hello")

    worker.run_next()

    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert notes.read_text() == "hello\n"


def test_a_worker_that_was_taken_for_dead_does_not_overwrite_its_successor(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def be_replaced_meanwhile(result: DBTaskResult) -> str:
        DBTaskResult.objects.get(pk=result.pk).claim("successor")
        return "late"

    background_tasks.fail.enqueue()
    monkeypatch.setattr(worker_module, "_call", be_replaced_meanwhile)

    worker.run_next()

    result = DBTaskResult.objects.get()
    assert (result.status, result.return_value) == ("RUNNING", None)
