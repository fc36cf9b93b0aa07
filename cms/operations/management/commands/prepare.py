"""Everything between new code and a start."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from cms.operations.preparation import prepare


class Command(BaseCommand):
    """Make the installation ready."""

    help = "Migrate, set the site's address, collect static files; safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to leave the demo content out."""
        parser.add_argument(
            "--no-demo",
            action="store_true",
            help="Leave an empty development database empty.",
        )

        parser.add_argument(
            "--fingerprint",
            default="",
            help="Note in the database what it was prepared for.",
        )

    def handle(self, *, no_demo: bool, fingerprint: str, **options: Any) -> None:
        """Prepare; demo content is loaded in development only."""
        development = settings.ENVIRONMENT == "development"
        with_demo = development and not no_demo
        prepare(self.stdout.write, with_demo=with_demo, fingerprint=fingerprint)
