"""The scheduler: runs each job when it is due, one scheduler at a time."""

import logging
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import close_old_connections, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from cms.operations.connections import CONNECTION_ERRORS, RETRY_SECONDS, lock_of_one
from cms.operations.jobs import JOBS, Job
from cms.operations.models import Heartbeat, ScheduledRun

logger = logging.getLogger(__name__)
NAME: Final = "scheduler"
LONGEST_WAIT: Final = timedelta(minutes=1)
STANDBY_SECONDS: Final = 10.0


class Scheduler:
    """Runs jobs until it is told to stop; outlives a database that goes away."""

    def __init__(self, stop: threading.Event, jobs: Sequence[Job] = JOBS) -> None:
        self.stop = stop
        self.jobs = jobs

    def run(self) -> None:
        """Schedule until stopped; wait in the background while another one does."""
        while not self.stop.is_set():
            try:
                with lock_of_one(NAME) as lock:
                    if lock is not None:
                        self._schedule(lock)
                self.stop.wait(STANDBY_SECONDS)
            except CONNECTION_ERRORS as error:
                logger.warning("The database is away, trying again: %s", error)
                connection.close()
                self.stop.wait(RETRY_SECONDS)

    def _schedule(self, lock: BaseDatabaseWrapper) -> None:
        logger.info("Scheduling %s.", ", ".join(job.name for job in self.jobs))
        while not self.stop.is_set():
            close_old_connections()
            with lock.cursor() as cursor:
                cursor.execute("SELECT 1")  # a lost connection has lost the lock
            Heartbeat.objects.beat(NAME)
            self.run_due()
            self.stop.wait(self.seconds_to_next())

    def run_due(self) -> None:
        """Run what is due; what fails is due still, and tried again later."""
        for job in self.jobs:
            if self._due_at(job) > timezone.now() or self.stop.is_set():
                continue
            started_at = timezone.now()
            try:
                job.run()
            except CONNECTION_ERRORS:
                raise
            except Exception:
                logger.exception("%s failed.", job.name)
                continue
            ScheduledRun.objects.update_or_create(
                name=job.name, defaults={"last_run_at": started_at}
            )
            logger.debug("%s ran.", job.name)

    def seconds_to_next(self) -> float:
        """Return how long to wait for the next job that is not overdue."""
        now = timezone.now()
        waits = [self._due_at(job) - now for job in self.jobs]
        ahead = [wait for wait in waits if wait > timedelta()]
        return min([*ahead, LONGEST_WAIT]).total_seconds()

    def _due_at(self, job: Job) -> datetime:
        run = ScheduledRun.objects.filter(name=job.name).first()
        return run.last_run_at + job.every if run else timezone.now()
