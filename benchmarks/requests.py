"""HTTP requests as bytes, and the answers to them; nothing that costs time."""

import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.environment import HOST

END_OF_HEADERS: Final = b"\r\n\r\n"
LENGTH: Final = b"content-length:"
CHUNK: Final = 256 * 1024
SECONDS: Final = 60


@dataclass(frozen=True)
class Request:
    """A request by GET, or by POST where there is a body."""

    path: str
    body: Mapping[str, Any] | None = None

    def encoded(self) -> bytes:
        """Return the bytes to send; they say that a proxy took them by HTTPS."""
        lines = [
            f"{'GET' if self.body is None else 'POST'} {self.path} HTTP/1.1",
            f"Host: {HOST}",
            "Accept: application/json",
            "X-Forwarded-Proto: https",
            "X-Forwarded-For: 127.0.0.1",
        ]
        body = b""
        if self.body is not None:
            body = json.dumps(self.body).encode()
            lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + body


class Line:
    """A connection that is kept for many requests."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send a request; return status and body of the answer."""
        self._socket.sendall(request)
        received = self._more(b"")
        while (end := received.find(END_OF_HEADERS)) < 0:
            received += self._more(received)
        head = received[:end].lower()
        whole = end + len(END_OF_HEADERS) + int(head.split(LENGTH)[1].split(b"\r")[0])
        while len(received) < whole:
            received += self._more(received)
        return int(head.split()[1]), received[end + len(END_OF_HEADERS) :]

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _more(self, received: bytes) -> bytes:
        chunk = self._socket.recv(CHUNK)
        if not chunk:
            said = received[:80].decode(errors="replace")
            raise ConnectionError(f"The server hung up after “{said}”.")
        return chunk
