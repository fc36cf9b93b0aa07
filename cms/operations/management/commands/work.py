"""The worker process."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.operations.stopping import stop_on_signals
from cms.operations.worker import Worker


class Command(BaseCommand):
    """Run background tasks."""

    help = "Run background tasks until stopped; as many workers as you like."

    # The checks belong to `prepare` and `serve`; here they would delay every restart.
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Work until SIGINT or SIGTERM; the task at hand is finished first."""
        Worker(stop_on_signals()).run()
