"""Tasks whose worker died: each goes back into the queue, once."""

import logging
from datetime import timedelta
from typing import Final

from django.db import connection, transaction
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.operations.connections import is_lock_free
from cms.operations.models import PATIENCE, Heartbeat

logger = logging.getLogger(__name__)
MAX_ATTEMPTS: Final = 5
DATABASE_IS_UP: Final = (
    "SELECT now() - pg_postmaster_start_time() > make_interval(secs => %s)"
)


class WorkerDiedError(Exception):
    """A task took its worker down again and again."""


def return_orphans(patience: timedelta = PATIENCE) -> int:
    """Return the tasks of dead workers to the queue, and say how many they were."""
    if not _database_is_up(patience):
        return 0
    returned = 0
    with transaction.atomic():
        for result in DBTaskResult.objects.running().select_for_update(
            skip_locked=True
        ):
            if _is_dead(result.worker_ids[-1], patience):
                give_back(result)
                returned += 1
    return returned


def give_back(result: DBTaskResult) -> None:
    """Let another worker run the task, unless it failed to come to an end too often."""
    attempts = len(result.worker_ids)
    if attempts >= MAX_ATTEMPTS:
        result.set_failed(WorkerDiedError(f"Its worker died {attempts} times."))
        logger.error("Task %s (%s) is given up.", result.id, result.task_name)
        return
    result.status = TaskResultStatus.READY
    result.started_at = None
    result.save(update_fields=["status", "started_at"])
    logger.warning("Task %s (%s) is in the queue again.", result.id, result.task_name)


def heartbeat_name(worker_id: str) -> str:
    """Return the name under which a worker's heart beats."""
    return f"worker:{worker_id}"


def _is_dead(worker_id: str, patience: timedelta) -> bool:
    """Say whether the worker neither beats nor keeps the connection with its lock."""
    name = heartbeat_name(worker_id)
    beats = Heartbeat.objects.filter(name=name).seen_within(patience).exists()
    return not beats and is_lock_free(name)


def _database_is_up(patience: timedelta) -> bool:
    """Say whether workers had time to come back to a database that was away."""
    with connection.cursor() as cursor:
        cursor.execute(DATABASE_IS_UP, [patience.total_seconds()])
        return bool(cursor.fetchone()[0])
