"""Keep the message catalogues in step with the code."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.core import catalogues


class Command(BaseCommand):
    help = "Gather the messages of code and templates into cms/locale, or check it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Fail instead of writing."
        )

    def handle(self, *, check: bool, **options: Any) -> None:
        messages = catalogues.gathered()
        for code, path in catalogues.catalogue_paths().items():
            new = catalogues.updated(code, path, messages)
            if check and not (path.exists() and path.read_bytes() == new):
                raise CommandError(f"The {code} catalogue is old; run `make messages`.")
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(new)
            self._report(code, path)
        self.stdout.write(self.style.SUCCESS("The catalogues are current."))

    def _report(self, code: str, path: Path) -> None:
        missing = catalogues.untranslated(path, code)
        if missing:
            self.stdout.write(f"{code}: {len(missing)} messages are not translated.")
