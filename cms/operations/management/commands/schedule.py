"""The scheduler process."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.operations.scheduler import Scheduler
from cms.operations.stopping import stop_on_signals


class Command(BaseCommand):
    """Run what is due."""

    help = "Publish what is due and clean up, until stopped; a second one stands by."

    # The checks belong to `prepare` and `serve`; here they would delay every restart.
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Schedule until SIGINT or SIGTERM."""
        Scheduler(stop_on_signals()).run()
