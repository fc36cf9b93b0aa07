from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from cms.accounts import second_factor


class Command(BaseCommand):
    """Helps a person who lost the phone and the recovery codes."""

    help = (
        "Take away an account's second factor and recovery codes and end its sessions. "
        "The password stays. Make sure first that it is really this person who asks."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read whose, and whether for real."""
        parser.add_argument("user", help="the account's user name")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would happen, do nothing"
        )

    def handle(self, *, user: str, dry_run: bool, **options: Any) -> None:
        """Reset it and say so."""
        users = get_user_model()
        try:
            account = users.objects.get_by_natural_key(user)
        except users.DoesNotExist as error:
            raise CommandError(f"There is no account “{user}”.") from error
        if dry_run:
            self.stdout.write(f"The second factor of “{user}” would be taken away.")
            return
        removed = second_factor.reset(account)
        told = "is taken away" if removed else "was not set up"
        self.stdout.write(
            self.style.SUCCESS(
                f"The second factor of “{user}” {told}; all sessions have ended."
            )
        )
