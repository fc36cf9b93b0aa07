"""The scheduler runs what is due, once, and keeps going."""

import threading
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.operations.connections import lock_of_one
from cms.operations.jobs import JOBS, Job
from cms.operations.models import Heartbeat, ScheduledRun
from cms.operations.scheduler import NAME, Scheduler
from tests.operations import background_tasks

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def rows(committed: None) -> None:
    """Let every test begin without a run on record."""


class Count:
    """Counts its calls, and fails at those it is told to fail at."""

    def __init__(self, *failing: int) -> None:
        self.calls = 0
        self.failing = failing

    def __call__(self) -> None:
        self.calls += 1
        if self.calls in self.failing:
            raise ValueError("This run fails.")


def scheduler(*jobs: Job) -> Scheduler:
    return Scheduler(threading.Event(), jobs)


def test_a_restart_neither_skips_nor_doubles_a_run() -> None:
    count = Count()
    job = Job("count", HOUR, count)

    scheduler(job).run_due()
    scheduler(job).run_due()

    assert count.calls == 1
    ScheduledRun.objects.update(last_run_at=timezone.now() - 5 * HOUR)
    scheduler(job).run_due()
    scheduler(job).run_due()
    assert count.calls == 2


def test_a_job_that_fails_stays_due_and_holds_nobody_up() -> None:
    failing, other = Count(1), Count()
    timetable = scheduler(Job("failing", HOUR, failing), Job("other", HOUR, other))

    timetable.run_due()
    timetable.run_due()

    assert (failing.calls, other.calls) == (2, 1)


def test_it_waits_for_the_next_job_but_never_longer_than_a_minute() -> None:
    soon, late = Job("soon", timedelta(seconds=30), Count()), Job("late", HOUR, Count())
    both, only_late = scheduler(soon, late), scheduler(late)
    both.run_due()

    assert 25 < both.seconds_to_next() <= 30
    assert only_late.seconds_to_next() == 60


def test_a_second_scheduler_stands_by() -> None:
    count = Count()
    standby = scheduler(Job("count", HOUR, count))
    standby.stop.wait = lambda seconds: standby.stop.set()

    with lock_of_one(NAME) as lock:
        assert lock is not None
        standby.run()

    assert count.calls == 0


def test_the_lock_ends_with_its_scheduler() -> None:
    with lock_of_one(NAME) as first, lock_of_one(NAME) as second:
        assert first is not None
        assert second is None

    with lock_of_one(NAME) as third:
        assert third is not None


@pytest.mark.usefixtures("queue")
def test_pruning_keeps_the_living_and_the_waiting() -> None:
    long_ago = timezone.now() - timedelta(days=60)
    Heartbeat.objects.beat("worker:living")
    Heartbeat.objects.create(name="worker:dead", seen_at=long_ago)
    background_tasks.note.enqueue("notes", "waiting")
    background_tasks.fail.enqueue()
    DBTaskResult.objects.filter(task_path__endswith="fail").update(
        status="FAILED", finished_at=long_ago
    )

    for job in JOBS:
        job.run()

    assert [beat.name for beat in Heartbeat.objects.all()] == ["worker:living"]
    assert [result.status for result in DBTaskResult.objects.all()] == ["READY"]
