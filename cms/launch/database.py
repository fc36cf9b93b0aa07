"""The embedded PostgreSQL: started by its first user, stopped by its last.

Three locks beside the data directory tell who lives, and the kernel frees them whatever
way a process ends: ``.lock`` lets one process at a time start or stop the server,
``.users`` is shared by those who use it, ``.server`` is held by PostgreSQL's own
processes, which inherit it.
"""

import atexit
import os
import shutil
import time
from pathlib import Path
from typing import Final
from urllib.parse import quote

from psycopg import sql

from cms.launch.cluster import SUPERUSER, Cluster
from cms.launch.errors import LaunchError
from cms.launch.locks import exclusive, open_lock, share, take_if_free
from cms.launch.sockets import PORT

DATABASE: Final = "municipia"
PATIENCE_SECONDS: Final = 30
POLL_SECONDS: Final = 0.1

_uses: dict[tuple[int, Path], int] = {}  # a forked child is not its parent


def embedded_url(data_dir: Path, *, durable: bool = True) -> str:
    """Return the address of the database in the data directory, and keep it running."""
    cluster = Cluster(data_dir.resolve(), durable=durable)
    try:
        with exclusive(_lock_file(cluster, "lock")):
            _register_use(cluster)
            _ensure_running(cluster)
            _ensure_database(cluster)
            host = quote(str(cluster.socket_dir), safe="")
    except PermissionError as error:
        raise LaunchError(
            f"{error.filename} belongs to another user; start as that user, "
            "give it to yourself, or set DATABASE_URL to another server."
        ) from error
    return f"postgresql://{SUPERUSER}@{host}:{PORT}/{DATABASE}"


def release(data_dir: Path) -> None:
    """Say that this process needs the server no more; the last one stops it."""
    cluster = Cluster(data_dir.resolve())
    descriptor = _uses.pop((os.getpid(), cluster.data_dir), None)
    if descriptor is None:
        return
    with exclusive(_lock_file(cluster, "lock")):
        try:
            if take_if_free(descriptor) and _is_running(cluster):
                cluster.stop()
        finally:
            os.close(descriptor)


def _register_use(cluster: Cluster) -> None:
    key = os.getpid(), cluster.data_dir
    if key not in _uses:
        _uses[key] = open_lock(_lock_file(cluster, "users"))
        share(_uses[key])
        atexit.register(release, cluster.data_dir)


def _lock_file(cluster: Cluster, kind: str) -> Path:
    return cluster.data_dir.with_name(f"{cluster.data_dir.name}.{kind}")


def _ensure_running(cluster: Cluster) -> None:
    """Start the server unless it runs; wait for what a killed one left to end."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        lock = open_lock(_lock_file(cluster, "server"))
        try:
            if take_if_free(lock):
                _start(cluster, lock)
                return
        finally:
            os.close(lock)
        if cluster.answers():
            return
        # PostgreSQL tells nobody when the last process of a killed server ends.
        time.sleep(POLL_SECONDS)  # noqa: TID251
    raise LaunchError(
        f"The embedded PostgreSQL in {cluster.data_dir} runs but does not answer; "
        "end its processes (their names start with “postgres:”) and start again."
    )


def _is_running(cluster: Cluster) -> bool:
    lock = open_lock(_lock_file(cluster, "server"))
    try:
        return not take_if_free(lock)
    finally:
        os.close(lock)


def _start(cluster: Cluster, lock: int) -> None:
    cluster.initialize()
    try:
        cluster.start(lock)
    except LaunchError:
        if cluster.durable:
            raise
        # Without fsync a power cut can spoil the files, and nobody needs them.
        shutil.rmtree(cluster.data_dir)
        cluster.initialize()
        cluster.start(lock)


def _ensure_database(cluster: Cluster) -> None:
    with cluster.connect() as connection:
        known = "SELECT 1 FROM pg_database WHERE datname = %s"
        if connection.execute(known, [DATABASE]).fetchone() is None:
            create = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE))
            connection.execute(create)
