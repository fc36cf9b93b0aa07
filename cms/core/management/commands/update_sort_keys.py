"""Puts the names in order again where something went round `save`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cms.core.sort_keys import models_ordered_by_name, update_sort_keys


class Command(BaseCommand):
    """Repairs the keys by which lists are ordered by name."""

    help = (
        "Write the sort keys that are not their names': after bulk updates by SQL, and "
        "after an upgrade of ICU. `prepare` does it too; safe to repeat."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer to count only."""
        parser.add_argument(
            "--dry-run", action="store_true", help="say how many are wrong, no more"
        )

    def handle(self, *, dry_run: bool, verbosity: int = 1, **options: Any) -> None:
        """Go through all models and say what was found."""
        total = 0
        for model in models_ordered_by_name():
            label = model._meta.label

            def progress(looked_at: int, wrong: int, label: str = label) -> None:
                if verbosity:
                    self.stdout.write(f"{label}: {looked_at} looked at, {wrong} wrong.")

            total += update_sort_keys(model, dry_run=dry_run, progress=progress)
        told = "are wrong" if dry_run else "were wrong and are right now"
        if verbosity:
            self.stdout.write(self.style.SUCCESS(f"{total} sort keys {told}."))
