"""Keeps the embedded database running while the launcher does."""

import asyncio
from pathlib import Path

import psycopg

from cms.launch.database import embedded_url
from cms.launch.errors import LaunchError
from cms.launch.output import tell
from cms.launch.supervisor import FIRST_DELAY_SECONDS, Supervisor


async def keep_database(data_dir: Path, supervisor: Supervisor) -> None:
    """Start the server again whenever it goes away, until the stop."""
    while not supervisor.stop.is_set():
        try:
            url = await asyncio.to_thread(embedded_url, data_dir)
            await _until_gone(url, supervisor.stop)
        except (LaunchError, psycopg.OperationalError) as error:
            tell(f"database: {error}")
        if not supervisor.stop.is_set():
            tell("database went away; it starts again.")
            await supervisor.pause(FIRST_DELAY_SECONDS)


async def _until_gone(url: str, stop: asyncio.Event) -> None:
    """Wait for the end of an idle connection: the server ends it when it dies."""
    with psycopg.connect(url, autocommit=True) as connection:
        gone = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.add_reader(connection.fileno(), gone.set)
        waiting = [asyncio.create_task(gone.wait()), asyncio.create_task(stop.wait())]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            loop.remove_reader(connection.fileno())
            for task in waiting:
                task.cancel()
