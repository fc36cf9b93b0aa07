"""The counts of long lists."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.bitmaps.keeping import follow_changes


class Command(BaseCommand):
    """Bring the counts up to date; the scheduler does so every minute."""

    help = "Bring the counts of long lists up to date; the scheduler does so as well."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to begin from nothing."""
        parser.add_argument("--anew", action="store_true", help="Count all pages anew.")

    def handle(self, *, anew: bool, verbosity: int, **options: Any) -> None:
        """Follow what has changed."""
        tell = self.stdout.write if verbosity else lambda _line: None
        if not follow_changes(tell, anew=anew):
            raise CommandError("Another process is counting; try again in a minute.")
