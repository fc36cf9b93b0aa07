"""The worker: takes tasks from the queue in the database and runs them one by one."""

import logging
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from django.db import close_old_connections, connection, transaction
from django.utils.crypto import get_random_string
from django_tasks_db.compat import (
    TaskContext,
    TaskResultStatus,
    task_finished,
    task_started,
)
from django_tasks_db.models import DBTaskResult

from cms.operations.connections import CONNECTION_ERRORS, RETRY_SECONDS, is_lost
from cms.operations.heart import Heart
from cms.operations.orphans import give_back, heartbeat_name, return_orphans

logger = logging.getLogger(__name__)
INTERVAL_SECONDS: Final = 1.0  # between two looks into an empty queue
ORPHANS_SECONDS: Final = 10.0  # between two looks for dead workers' tasks
STUCK_SECONDS: Final = 30.0  # without a task, the loop turns far more often


class Worker:
    """Runs tasks until it is told to stop; outlives a database that goes away."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.id = ""
        self._is_busy = False
        self._turned_at = 0.0
        self._looked_for_orphans_at = float("-inf")

    def run(self) -> None:
        """Work until stopped, under a new id after each loss of the database."""
        while not self.stop.is_set():
            try:
                self._live()
            except CONNECTION_ERRORS as error:
                logger.warning("The database is away, trying again: %s", error)
                connection.close()
                self.stop.wait(RETRY_SECONDS)

    def run_next(self) -> bool:
        """Run the next task, or say that there is none."""
        result = self._claim()
        if result is not None:
            self._is_busy = True
            try:
                self._run_task(result)
            finally:
                self._is_busy = False
        return result is not None

    def _live(self) -> None:
        # A task claimed while the connection broke may stand under the old id, where
        # nobody runs it: without a heartbeat it goes back into the queue.
        self.id = get_random_string(16)
        self._turned_at = time.monotonic()
        heart = Heart(heartbeat_name(self.id), self._is_well)
        heart.start()
        logger.info("Worker %s waits for tasks.", self.id)
        try:
            while not self.stop.is_set():
                if heart.has_beaten.wait(INTERVAL_SECONDS):
                    self._turn()
        finally:
            heart.stop()

    def _turn(self) -> None:
        self._turned_at = time.monotonic()
        close_old_connections()
        if self._turned_at - self._looked_for_orphans_at > ORPHANS_SECONDS:
            self._looked_for_orphans_at = self._turned_at
            return_orphans()
        if not self.run_next():
            self.stop.wait(INTERVAL_SECONDS)

    def _is_well(self) -> bool:
        return self._is_busy or time.monotonic() - self._turned_at < STUCK_SECONDS

    def _claim(self) -> DBTaskResult | None:
        with transaction.atomic():
            result = DBTaskResult.objects.ready().get_locked()
            if result is not None:
                result.claim(self.id)
            return result

    def _run_task(self, result: DBTaskResult) -> None:
        try:
            value = _call(result)
        except BaseException as error:  # noqa: BLE001 – a task may end in any way
            ending = partial(result.set_failed, error)
            if is_lost(error):
                ending = partial(give_back, result)
        else:
            ending = partial(_store, result, value)
        while not self._record(result, ending):
            if self.stop.wait(RETRY_SECONDS):
                return  # it stays with this worker's id, and goes back to the queue

    def _record(self, result: DBTaskResult, ending: Callable[[], None]) -> bool:
        """Store how the task ended, or say that the database was away."""
        try:
            if self._is_still_ours(result):
                ending()
                _announce(result)
        except CONNECTION_ERRORS as error:
            logger.warning("Task %s ended, not stored yet: %s", result.id, error)
            connection.close()
            return False
        return True

    def _is_still_ours(self, result: DBTaskResult) -> bool:
        mine = DBTaskResult.objects.running().filter(worker_ids=result.worker_ids)
        return mine.filter(pk=result.pk).exists()


def _call(result: DBTaskResult) -> object:
    task, task_result = result.task, result.task_result
    task_started.send(sender=type(task.get_backend()), task_result=task_result)
    words: list[Any] = list(task_result.args)
    if task.takes_context:
        words.insert(0, TaskContext(task_result=task_result))
    return task.call(*words, **task_result.kwargs)


def _store(result: DBTaskResult, value: object) -> None:
    try:
        result.set_successful(value)
    except TypeError as error:  # what the task returned is no JSON
        result.set_failed(error)


def _announce(result: DBTaskResult) -> None:
    if result.status == TaskResultStatus.READY:
        return
    try:
        sender = type(result.task.get_backend())
        task_finished.send(sender=sender, task_result=result.task_result)
    except ImportError:
        logger.error("Task %s (%s) does not exist here.", result.id, result.task_path)  # noqa: TRY400 – the import error is stored
