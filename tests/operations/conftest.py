"""What the tests of the processes stand on: rows that other connections see."""

import os
import select
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult
from psycopg import sql

from cms.operations.connections import connection_outside_pool
from cms.operations.models import Heartbeat, ScheduledRun
from tests.operations import background_tasks


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """Commit what the test writes, for other threads and processes, then clean up.

    pytest-django's way to commit would flush every table, Wagtail's root page too.
    """
    with django_db_blocker.unblock():
        _forget_everything()
        yield
        _forget_everything()
        connection.close()


@pytest.fixture
def queue(settings, committed: None) -> None:
    """Put tasks into the database instead of running them at once."""
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}
    }


class WaitingTask:
    """A task that tells when it has begun, and ends when it is told to."""

    def __init__(self, directory: Path) -> None:
        self.notes = directory / "notes"
        self.pipes = [directory / "began", directory / "may-end"]
        for pipe in self.pipes:
            os.mkfifo(pipe)
        # Open at both ends, so that nothing here waits without a bound.
        self._began, self._may_end = (os.open(pipe, os.O_RDWR) for pipe in self.pipes)

    def enqueue(self) -> None:
        """Put it into the queue."""
        words = [str(path) for path in (self.notes, *self.pipes)]
        background_tasks.note_and_wait.enqueue(*words)

    def wait_until_begun(self) -> None:
        """Return once a worker runs it."""
        begun, _, _ = select.select([self._began], [], [], 30)
        assert begun, "No worker began the task."
        os.read(self._began, 100)

    def let_it_end(self) -> None:
        """Tell it to end."""
        os.write(self._may_end, b"go on\n")

    def close(self) -> None:
        """Close the pipes."""
        os.close(self._began)
        os.close(self._may_end)


@pytest.fixture
def waiting_task(tmp_path: Path) -> Iterator[WaitingTask]:
    """A task that the test holds in the middle of its work."""
    task = WaitingTask(tmp_path)
    yield task
    task.close()


def _forget_everything() -> None:
    for model in (DBTaskResult, Heartbeat, ScheduledRun):
        model.objects.all().delete()


@pytest.fixture
def empty_database(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """A database of its own, empty, in place of the suite's."""
    name = f"operations_{uuid.uuid4().hex[:12]}"
    suite = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        admin = connection_outside_pool()
        admin.settings_dict["NAME"] = "postgres"
        with psycopg.connect(**_parameters(admin), autocommit=True) as server:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            connection.close()
            connection.settings_dict["NAME"] = name
            try:
                yield name
            finally:
                connection.close()
                connection.settings_dict["NAME"] = suite
                drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
                server.execute(drop.format(sql.Identifier(name)))


def _parameters(wrapper) -> dict:
    names = ("host", "port", "user", "password", "dbname")
    parameters = wrapper.get_connection_params()
    return {name: parameters[name] for name in names if name in parameters}
