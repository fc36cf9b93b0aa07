"""How many SQL statements an answer takes: the server's application, asked in here.

Counted where all stacks send them, in psycopg; what opens a connection is not counted,
since the first question opens it.
"""

import json
import sys
from collections.abc import Mapping
from importlib import import_module
from io import BytesIO
from typing import Any, Final

import psycopg

from benchmarks.contenders.contender import Contender
from benchmarks.environment import HOST, environment, run
from benchmarks.requests import Request
from benchmarks.sizes import Sizes

KEPT: Final = 90  # characters of a statement that are told


def statements(contender: Contender, request: Request, sizes: Sizes) -> list[str]:
    """Return the statements behind an answer, each cut to its beginning."""
    asked = json.dumps([contender.application, request.path, request.body])
    variables = environment(sizes, contender.settings)
    return list(
        json.loads(
            run(
                "benchmarks.statements",
                asked,
                variables=variables,
                python=contender.python,
            )
        )
    )


def counted(application: Any, path: str, body: Mapping[str, Any] | None) -> list[str]:
    """Ask an application twice; return the second answer's statements."""
    seen: list[str] = []
    execute = psycopg.Cursor.execute

    def note(self: Any, query: Any, *arguments: Any, **options: Any) -> Any:
        if query:  # the pool tries a connection with an empty one
            seen.append(str(query)[:KEPT])
        return execute(self, query, *arguments, **options)

    psycopg.Cursor.execute = note  # type: ignore[method-assign]
    for _ in range(2):
        seen.clear()
        status, answer = ask(application, path, body)
        if not status.startswith("200"):
            sys.exit(f"{path} answered {status}: {answer[:300]!r}")
    return seen


def ask(
    application: Any, path: str, body: Mapping[str, Any] | None
) -> tuple[str, bytes]:
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
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_X_FORWARDED_PROTO": "https",
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(sent),
        "wsgi.errors": sys.stderr,
    }
    statuses: list[str] = []
    parts = application(environ, lambda status, _headers: statuses.append(status))
    answer = b"".join(parts)
    if hasattr(parts, "close"):
        parts.close()
    return statuses[0], answer


def main() -> None:
    """Count for the one question on the command line."""
    place, path, body = json.loads(sys.argv[1])
    module, _, name = place.partition(":")
    seen = counted(getattr(import_module(module), name), path, body)
    print(json.dumps(seen))  # noqa: T201 – read by ``statements``
    sys.stdout.flush()


if __name__ == "__main__":
    main()
