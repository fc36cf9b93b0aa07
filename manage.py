#!/usr/bin/env python
"""Run one of Municipia's management commands."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from cms.launch.errors import LaunchError


def main() -> None:
    """Run the command; a mistake in the configuration ends in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.base")
    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, LaunchError) as error:
        sys.exit(f"Configuration: {error}")


if __name__ == "__main__":
    main()
