"""Keep the schema of a release as the measure for later changes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.graphql.release import ReleaseError, released_path, write_release


class Command(BaseCommand):
    help = "Write the GraphQL schema of the release to schema.released.graphql."

    def handle(self, **options: Any) -> None:
        try:
            version = write_release()
        except ReleaseError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            self.style.SUCCESS(f"{released_path().name} is the API of {version}.")
        )
