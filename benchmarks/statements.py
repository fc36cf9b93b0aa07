"""How many SQL statements an answer takes: the server's application, asked in here.

A process of its own loads the application that the server serves, and answers lines of
JSON. Statements are counted where all stacks send them, in psycopg, at the second time
of asking: the first one opens the connection.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from typing import Any, Final

import psycopg

from benchmarks.contenders.contender import Contender
from benchmarks.database import ROOT
from benchmarks.environment import HOST
from benchmarks.requests import Request

KEPT: Final = 90  # characters of a statement that are told


@dataclass(frozen=True)
class Asked:
    """An answer, and the beginning of each statement behind it."""

    statements: list[str]
    answer: Any


class Process:
    """A process that holds a contender's application."""

    def __init__(self, pipes: "subprocess.Popen[str]") -> None:
        self._pipes = pipes

    def ask(self, request: Request) -> Asked:
        """Ask twice, and return what the second time took."""
        assert self._pipes.stdin and self._pipes.stdout  # noqa: S101, PT018 – both are pipes
        line = json.dumps([request.path, request.body])
        self._pipes.stdin.write(f"{line}\n")
        self._pipes.stdin.flush()
        told = self._pipes.stdout.readline()
        if not told:
            sys.exit(f"{request.path} was not answered; see above.")
        return Asked(**json.loads(told))


@contextmanager
def loaded(contender: Contender, variables: Mapping[str, str]) -> Iterator[Process]:
    """Load a contender's application in a process that ends with the block."""
    with subprocess.Popen(
        [contender.python, "-m", "benchmarks.statements", contender.application],
        cwd=ROOT,
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as pipes:
        yield Process(pipes)  # leaving the block closes its input: it ends


def counted(application: Any, path: str, body: Mapping[str, Any] | None) -> Asked:
    """Ask an application twice; return the second answer with its statements."""
    seen: list[str] = []
    execute = psycopg.Cursor.execute

    def note(self: Any, query: Any, *arguments: Any, **options: Any) -> Any:
        if query:  # the pool tries a connection with an empty one
            seen.append(str(query)[:KEPT])
        return execute(self, query, *arguments, **options)

    psycopg.Cursor.execute = note  # type: ignore[method-assign]
    try:
        _ask(application, path, body)
        seen.clear()
        answer = _ask(application, path, body)
    finally:
        psycopg.Cursor.execute = execute  # type: ignore[method-assign]
    return Asked(list(seen), answer)


def _ask(application: Any, path: str, body: Mapping[str, Any] | None) -> Any:
    """Call a WSGI application as granian does."""
    sent = b"" if body is None else json.dumps(body).encode()
    place, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET" if body is None else "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": place,
        "QUERY_STRING": query,
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(sent)),
        "SERVER_NAME": HOST,
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": HOST,
        "HTTP_ACCEPT": "application/json",
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_FOR": "127.0.0.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(sent),
        "wsgi.errors": sys.stderr,
    }
    statuses: list[str] = []
    parts = application(environ, lambda status, _headers: statuses.append(status))
    answer = b"".join(parts)
    if hasattr(parts, "close"):
        parts.close()
    if not statuses[0].startswith("200"):
        said = answer[:300].decode(errors="replace")
        sys.exit(f"{path} answered {statuses[0]} where an answer was due: {said}")
    return json.loads(answer)


def main() -> None:
    """Answer each line of standard input with the application named in the command."""
    module, _, name = sys.argv[1].partition(":")
    application = getattr(import_module(module), name)
    for line in sys.stdin:
        path, body = json.loads(line)
        asked = counted(application, path, body)
        print(json.dumps(vars(asked)), flush=True)  # noqa: T201 – read by ``Process``


if __name__ == "__main__":
    main()
