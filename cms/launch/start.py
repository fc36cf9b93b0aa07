"""What `make run` does, step by step."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

from dotenv import load_dotenv

from cms.launch.announcement import announce_when_ready
from cms.launch.database import embedded_url, release
from cms.launch.errors import LaunchError
from cms.launch.fingerprint import fingerprint, is_prepared
from cms.launch.keeper import keep_database
from cms.launch.leftovers import Roll
from cms.launch.locks import open_lock, take_if_free
from cms.launch.output import tell
from cms.launch.supervisor import LEASH, Program, Supervisor
from cms.launch.web import WebServer

ROOT: Final = Path(__file__).resolve().parent.parent.parent
RUN_DIR: Final = ROOT / "var" / "run"
DATA_DIR: Final = ROOT / "var" / "postgres"
MANAGE: Final = (sys.executable, str(ROOT / "manage.py"))


def start() -> None:
    """Start everything, keep it running, and stop it together."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    load_dotenv(ROOT / ".env")
    web = WebServer.from_environment()
    be_the_only_one()
    roll = Roll(RUN_DIR / "sessions.json", ROOT)
    roll.end_leftovers()
    web.check_port()
    is_embedded = not os.environ.get("DATABASE_URL")
    environment = child_environment(web)
    try:
        if is_embedded:
            tell("Starting the database …")
            environment["DATABASE_URL"] = embedded_url(DATA_DIR)
        prepare_once(environment, roll)
        asyncio.run(run_together(web, environment, roll, is_embedded=is_embedded))
    except KeyboardInterrupt:
        tell("Stopped before everything ran.")
    finally:
        release(DATA_DIR)
    tell("Everything has stopped.")


def be_the_only_one() -> None:
    """Refuse a second launcher in the same directory."""
    path = RUN_DIR / "launcher.lock"
    lock = open_lock(path)
    if not take_if_free(lock):
        raise LaunchError(
            f"Municipia runs from this directory already (process {path.read_text()}); "
            "stop it with Ctrl-C where it was started."
        )
    os.truncate(lock, 0)
    os.write(lock, str(os.getpid()).encode())


def child_environment(web: WebServer) -> dict[str, str]:
    """Return what the processes read; addresses follow HOST and PORT."""
    return {
        **os.environ,
        "PUBLIC_URL": os.environ.get("PUBLIC_URL") or web.address,
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "PYTHONUNBUFFERED": "1",
    }


def prepare_once(environment: dict[str, str], roll: Roll) -> None:
    """Prepare the database, unless it was prepared for exactly this already."""
    current = fingerprint(ROOT, environment)
    if not is_prepared(environment["DATABASE_URL"], current):
        tell("Preparing …")
        run_step(environment, roll, "prepare", f"--fingerprint={current}")


def run_step(environment: dict[str, str], roll: Roll, *command: str) -> None:
    """Run a management command; its failure, which it explained, ends the start."""
    words = [sys.executable, str(LEASH), str(os.getpid()), *MANAGE, *command]
    # In a session of its own, Ctrl-C reaches it through us and undoes its work.
    quietly = {"LOG_LEVEL": "WARNING", **environment}
    with subprocess.Popen(words, env=quietly, cwd=ROOT, start_new_session=True) as step:
        roll.add(step.pid)
        try:
            code = step.wait()
        except KeyboardInterrupt:
            os.killpg(step.pid, signal.SIGTERM)
            raise
    if code != 0:
        sys.exit(1)


async def run_together(
    web: WebServer, environment: dict[str, str], roll: Roll, *, is_embedded: bool
) -> None:
    """Run the processes until SIGINT or SIGTERM."""
    supervisor = Supervisor(environment, roll)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, supervisor.stop.set)
    chores = [
        supervisor.keep(Program("web", web.command())),
        supervisor.keep(Program("worker", [*MANAGE, "work"])),
        announce_and_schedule(web, supervisor),
    ]
    if is_embedded:
        chores.append(keep_database(DATA_DIR, supervisor))
    await asyncio.gather(*chores)


async def announce_and_schedule(web: WebServer, supervisor: Supervisor) -> None:
    """Start the scheduler last: nobody waits for it, and it would slow the rest."""
    await announce_when_ready(web, supervisor)
    await supervisor.keep(Program("scheduler", [*MANAGE, "schedule"]))
