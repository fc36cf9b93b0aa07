"""Database and media into one file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.operations.backups.service import back_up


class Command(BaseCommand):
    """Back up."""

    help = "Write database and media into one new file; everything may keep running."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file."""
        parser.add_argument("file", type=Path, help="The file to write, ….tar.gz")

    def handle(self, *, file: Path, **options: Any) -> None:
        """Back up into the file."""
        back_up(file, self.stdout.write)
