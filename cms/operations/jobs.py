"""What the scheduler runs, and how often."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.core.management import call_command

from cms.operations.models import Heartbeat
from cms.operations.signals import catching_up, pruning

TASK_RESULTS_KEPT_DAYS: Final = 14
HEARTBEATS_KEPT: Final = timedelta(days=1)


@dataclass(frozen=True)
class Job:
    """Something to run again and again; safe to run once too often."""

    name: str
    every: timedelta
    run: Callable[[], object]


def publish_scheduled() -> None:
    """Publish and unpublish what is due."""
    call_command("publish_scheduled", verbosity=0)


def catch_up() -> None:
    """Bring up to date what is kept beside the content."""
    catching_up.send(sender=None)


def prune() -> None:
    """Delete task results, heartbeats and the like that nobody asks for any more."""
    call_command(
        "prune_db_task_results",
        min_age_days=TASK_RESULTS_KEPT_DAYS,
        queue_name="*",
        verbosity=0,
    )
    Heartbeat.objects.unseen_within(HEARTBEATS_KEPT).delete()
    pruning.send(sender=None)


def clear_sessions() -> None:
    """Delete sessions that have ended."""
    call_command("clearsessions", verbosity=0)


JOBS: Final = (
    Job("publish_scheduled", timedelta(minutes=1), publish_scheduled),
    Job("catch_up", timedelta(minutes=1), catch_up),
    Job("prune", timedelta(days=1), prune),
    Job("clear_sessions", timedelta(days=1), clear_sessions),
)
