"""Database and media back from one file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.operations.backups.service import restore


class Command(BaseCommand):
    """Restore."""

    help = "Bring back database and media; stop web, worker and scheduler before."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file, and whether to overwrite."""
        parser.add_argument("file", type=Path, help="A file that `backup` wrote")
        parser.add_argument(
            "--force", action="store_true", help="Replace the content that is there."
        )

    def handle(self, *, file: Path, force: bool, **options: Any) -> None:
        """Restore from the file."""
        restore(file, self.stdout.write, force=force)
