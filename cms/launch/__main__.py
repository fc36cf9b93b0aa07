"""Starts the whole system: ``python -m cms.launch``."""

import sys

from cms.launch.errors import LaunchError
from cms.launch.start import start

if __name__ == "__main__":
    try:
        start()
    except LaunchError as error:
        sys.exit(str(error))
