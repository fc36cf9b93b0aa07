"""The web server: where it listens, and the command that starts it."""

import os
import socket
import sys
from dataclasses import dataclass
from typing import Final

from cms.launch.errors import LaunchError

APPLICATION: Final = "cms.wsgi:application"
WILDCARDS: Final = ("0.0.0.0", "::")  # noqa: S104 – recognized, not chosen


@dataclass(frozen=True)
class WebServer:
    """What HOST, PORT, WEB_WORKERS and WEB_THREADS say."""

    host: str
    port: int
    workers: int
    threads: int

    @classmethod
    def from_environment(cls) -> "WebServer":
        """Read the environment; what is malformed ends in one sentence."""
        return cls(
            host=os.environ.get("HOST") or "127.0.0.1",
            port=_number("PORT", 8000, most=65535),
            workers=_number("WEB_WORKERS", 1, most=256),
            threads=_number("WEB_THREADS", min(8, 2 * (os.cpu_count() or 1)), most=256),
        )

    @property
    def address(self) -> str:
        """Return the address to open in a browser of this machine."""
        host = "localhost" if self.host in WILDCARDS else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def command(self) -> list[str]:
        """Return the command line of the server."""
        return [
            *(sys.executable, "-m", "granian", APPLICATION, "--interface", "wsgi"),
            *("--host", self.host, "--port", str(self.port), "--no-ws"),
            *("--workers", str(self.workers), "--respawn-failed-workers"),
            *("--blocking-threads", str(self.threads)),
            *("--workers-kill-timeout", "8", "--log-level", "warning"),
        ]

    def check_port(self) -> None:
        """Refuse a port that is taken and a host that is not here."""
        try:
            family, kind, _, _, place = socket.getaddrinfo(
                self.host, self.port, type=socket.SOCK_STREAM
            )[0]
            with socket.socket(family, kind) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(place)
        except socket.gaierror as error:
            raise LaunchError(
                f"HOST names “{self.host}”, which is no address of this machine."
            ) from error
        except OSError as error:
            raise LaunchError(
                f"Port {self.port} on {self.host} cannot be used ({error.strerror}); "
                f"stop what uses it or choose another one, as in PORT={self.port + 1}."
            ) from error


def _number(name: str, default: int, *, most: int) -> int:
    word = os.environ.get(name, "").strip() or str(default)
    if not word.isdecimal() or not 1 <= int(word) <= most:
        raise LaunchError(f"{name} must be a number from 1 to {most}, not “{word}”.")
    return int(word)
