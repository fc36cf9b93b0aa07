"""What the launcher prints: its own lines, and those of its processes by name."""

import asyncio
import os
from typing import Final

NAME_WIDTH: Final = 9
CHUNK: Final = 64 * 1024


def tell(line: str) -> None:
    """Print a line of the launcher's own."""
    print(line, flush=True)  # noqa: T201 – this is its user interface


async def relay(name: str, pipe: int) -> None:
    """Print each line that comes out of a pipe behind a name."""
    stream, rest = asyncio.StreamReader(), b""
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(pipe, "rb")
    )
    while chunk := await stream.read(CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        _print(name, lines)
    _print(name, [rest] if rest else [])


def _print(name: str, lines: list[bytes]) -> None:
    for line in lines:
        tell(f"{name:<{NAME_WIDTH}} | {line.decode(errors='replace')}")
