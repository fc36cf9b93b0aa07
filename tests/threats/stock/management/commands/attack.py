"""`python -m django attack`: fill an empty database, attack, tell what came through."""

import json
from typing import Any

from django.core.management import BaseCommand, call_command

from tests.threats.stock.attacks import ATTACKS, World


class Command(BaseCommand):
    """Attack the stock parts."""

    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Print a line of JSON: each class, and whether the attack came through."""
        call_command("migrate", run_syncdb=True, verbosity=0)
        world = World()
        told = {name: run(world) for name, run in ATTACKS.items()}
        self.stdout.write(json.dumps(told))
