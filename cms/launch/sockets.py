"""Where the embedded database's socket may be: its path must be short."""

import os
import tempfile
from pathlib import Path
from typing import Final

from cms.launch.errors import LaunchError

PORT: Final = 5432  # names the socket; nothing listens on the network
SOCKET_PATH_LIMIT: Final = 100  # macOS allows 104 characters, Linux 108


def runtime_dir() -> Path:
    """Return a directory for sockets whose path is short and in lower case."""
    # Whoever reads an address lowers the case of its host: here, of this path.
    own = [] if os.geteuid() == 0 else [os.environ.get("XDG_RUNTIME_DIR", "")]
    for place in [*own, tempfile.gettempdir(), "/tmp"]:  # noqa: S108 – owner is checked
        length = len(f"{place}/municipia-123456789012/.s.PGSQL.{PORT}.lock")
        fits = length <= SOCKET_PATH_LIMIT and place == place.lower()
        if place and fits and os.access(place, os.W_OK):
            return Path(place)
    raise LaunchError(
        "There is no writable temporary directory; set TMPDIR to a short path."
    )
