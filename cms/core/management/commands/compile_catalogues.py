"""Make the message catalogues ready for use."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.core.catalogues import compile_catalogues


class Command(BaseCommand):
    help = "Compile the message catalogues that changed."

    def handle(self, **options: Any) -> None:
        count = compile_catalogues()
        self.stdout.write(
            self.style.SUCCESS(f"Catalogues are current ({count} written).")
        )
