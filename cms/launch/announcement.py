"""Tells the user where everything is, once it answers."""

import asyncio
import importlib.util
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Final

from cms.launch.output import tell
from cms.launch.supervisor import Supervisor
from cms.launch.web import WebServer

PATIENCE_SECONDS: Final = 60.0
BETWEEN_QUESTIONS_SECONDS: Final = 0.25
# A proxy of the environment has no business between this machine and itself.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


async def announce_when_ready(web: WebServer, supervisor: Supervisor) -> None:
    """Ask until everything is ready, then print the addresses."""
    loop = asyncio.get_running_loop()
    complain_at = loop.time() + PATIENCE_SECONDS
    while not await asyncio.to_thread(is_ready, web):
        if loop.time() > complain_at:
            tell(f"Not ready yet: {web.address}/readyz tells what is missing.")
            complain_at += PATIENCE_SECONDS
        await supervisor.pause(BETWEEN_QUESTIONS_SECONDS)
        if supervisor.stop.is_set():
            return
    for line in addresses(supervisor.environment["PUBLIC_URL"]):
        tell(line)


def is_ready(web: WebServer) -> bool:
    """Say whether the web server answers and has all it needs."""
    try:
        with _opener.open(f"{web.address}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def addresses(public_url: str) -> Iterator[str]:
    """Yield the lines that tell where everything is."""
    yield ""
    yield f"  Admin     {public_url}/admin/"
    yield f"  GraphQL   {public_url}/graphql/"
    yield f"  Explorer  {public_url}/graphql/explorer/"
    yield ""
    yield "  Sign in as (development only):"
    yield from _sign_ins()
    yield ""
    yield "Ctrl-C stops everything."


def _sign_ins() -> Iterator[str]:
    if importlib.util.find_spec("cms.demo.accounts") is None:
        return
    from cms.demo.accounts import ACCOUNTS

    for account in ACCOUNTS:
        yield f"    {account.username:<12} {account.password:<24} {account.role}"
