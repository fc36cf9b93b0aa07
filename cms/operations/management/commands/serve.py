"""The web process."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.launch.errors import LaunchError
from cms.launch.web import WebServer
from cms.operations.configuration import check_database, check_migrations


class Command(BaseCommand):
    """Serve on HOST and PORT."""

    help = "Check the configuration, then become the web server on HOST and PORT."

    def handle(self, **options: Any) -> None:
        """Become granian, so that signals reach it."""
        try:
            server = WebServer.from_environment()
            server.check_port()
        except LaunchError as error:
            raise CommandError(str(error)) from error
        check_database()
        check_migrations()
        command = server.command()
        os.execv(command[0], command)  # noqa: S606 – no shell, our own command
