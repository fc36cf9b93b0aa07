"""The demo content."""

from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.demo.errors import DemoError
from cms.demo.loader import check_environment, is_wanted, load_demo
from cms.demo.progress import Lines, Silence
from cms.demo.removal import plan_removal, remove


class Command(BaseCommand):
    """Load or remove the demo content."""

    help = "Load the demo content, or remove it; what people made or changed stays."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to load elsewhere than in development, and to take it all away."""
        parser.add_argument(
            "--force", action="store_true", help="Also outside development."
        )
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Only into an empty database, or where a load was broken off.",
        )
        parser.add_argument(
            "--remove", action="store_true", help="Delete what the demo made."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="With --remove: only tell what goes."
        )

    def handle(self, *, force: bool, **options: Any) -> None:
        """Load or remove."""
        try:
            if options["remove"]:
                self._remove(dry_run=options["dry_run"])
                return
            check_environment(force=force)
            if not options["if_empty"] or is_wanted():
                self._load(options["verbosity"])
        except DemoError as error:
            raise CommandError(str(error)) from error

    def _load(self, verbosity: int) -> None:
        started = perf_counter()
        lines = Lines(self.stdout.write, is_terminal=self.stdout.isatty())
        made = load_demo(
            lines if verbosity else Silence(), tiny_pictures=settings.DEMO_TINY_PICTURES
        )
        if verbosity:
            told = f"{made} things were made" if made else "all of it was there already"
            seconds = perf_counter() - started
            self.stdout.write(
                self.style.SUCCESS(f"The demo is loaded in {seconds:.0f} s; {told}.")
            )

    def _remove(self, *, dry_run: bool) -> None:
        removal = plan_removal()
        if not dry_run:
            remove(removal)
        for kind, count in sorted(removal.counts.items()):
            self.stdout.write(f"{kind}: {count}")
        for name, reason in removal.staying.items():
            self.stdout.write(f"“{name}” stays: {reason}.")
        verb = "would go" if dry_run else "are gone"
        total = removal.counts.total()
        self.stdout.write(self.style.SUCCESS(f"{total} things of the demo {verb}."))
