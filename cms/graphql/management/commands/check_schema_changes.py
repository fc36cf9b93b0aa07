"""Find what the API's schema changed since the last release."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.graphql.release import changes_since_release, released_path

WHAT_TO_DO = """\
Frontends written for the last release ask for this, and would break:

{sentences}

What goes is deprecated for a release first, with what to use instead. For a real
break, set a new major version in pyproject.toml (in 0.x a minor one), run
`make release-schema` and say so under GraphQL API in CHANGELOG.md."""


class Command(BaseCommand):
    help = "Compare the GraphQL schema with the last release's; breaking changes fail."

    def handle(self, **options: Any) -> None:
        changes = changes_since_release()
        for sentence in changes.dangerous:
            self.stdout.write(self.style.WARNING(f"May surprise: {sentence}"))
        if changes.breaking:
            sentences = "\n".join(f"- {sentence}" for sentence in changes.breaking)
            raise CommandError(WHAT_TO_DO.format(sentences=sentences))
        self.stdout.write(
            self.style.SUCCESS(f"Nothing in {released_path().name} was broken.")
        )
