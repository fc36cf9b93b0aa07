"""Keep schema.graphql current."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.graphql import snapshot


class Command(BaseCommand):
    help = "Write the GraphQL schema to schema.graphql, or check that it is current."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Fail instead of writing."
        )

    def handle(self, *, check: bool, **options: Any) -> None:
        change = snapshot.difference()
        if change and check:
            raise CommandError(
                f"schema.graphql is out of date; run `make schema`.\n{change}"
            )
        if change:
            snapshot.snapshot_path().write_text(snapshot.current())
        self.stdout.write(self.style.SUCCESS("schema.graphql is current."))
