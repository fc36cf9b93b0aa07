"""A PostgreSQL cluster in a directory, driven through the programs of the wheel."""

import hashlib
import locale
import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import psutil
import psycopg

from cms.launch.account import Account, let_in, let_read, server_account
from cms.launch.errors import LaunchError
from cms.launch.programs import package_dir, programs_dir
from cms.launch.sockets import PORT, runtime_dir

SUPERUSER: Final = "postgres"
SOCKET_LINE: Final = 4  # of postmaster.pid, counted from 0
START_SECONDS: Final = 60
STOP_SECONDS: Final = 30
POLL_SECONDS: Final = 0.05
ENVIRONMENT: Final = {"PATH": os.defpath, "LC_ALL": "C"}
OPTIONS: Final = {
    "listen_addresses": "",
    "port": str(PORT),
    "max_connections": "100",
    "max_parallel_workers_per_gather": "0",  # a container's /dev/shm is small
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
}
FAST_OPTIONS: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}
# Word characters of every script: with “C” the text search parser would take
# quotation marks and dashes for letters.
CHARACTER_TYPES: Final = ("C.UTF-8", "en_US.UTF-8", "UTF-8")

# Python would take a forgotten process for a mistake.
_servers: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True)
class Cluster:
    """One data directory; ``durable`` is for data that must survive a power cut."""

    data_dir: Path
    durable: bool = True

    @cached_property
    def account(self) -> Account:
        """Return the account the server runs as."""
        return server_account(self.data_dir)

    @property
    def socket_dir(self) -> Path:
        """Return where a running server's socket is, or where a new one's will be."""
        if self.pid_file.exists():
            lines = self.pid_file.read_text().splitlines()
            if len(lines) > SOCKET_LINE and lines[SOCKET_LINE]:
                return Path(lines[SOCKET_LINE])
        number = self.data_dir.stat().st_ino
        name = hashlib.sha256(f"{self.data_dir}:{number}".encode()).hexdigest()[:12]
        return runtime_dir() / f"municipia-{name}"

    @property
    def pid_file(self) -> Path:
        """Return the file in which a running server says who and where it is."""
        return self.data_dir / "postmaster.pid"

    @property
    def server_log(self) -> Path:
        """Return the file PostgreSQL writes its messages to."""
        return self.data_dir / "server.log"

    def initialize(self) -> None:
        """Make the data directory, completely or not at all."""
        if (self.data_dir / "PG_VERSION").exists():
            return
        self.data_dir.parent.mkdir(parents=True, exist_ok=True)
        self._let_account_in()
        unfinished = self.data_dir.with_name(f"{self.data_dir.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        self.account.own(unfinished)
        self._run("initdb", *_initdb_options(unfinished))
        if self.data_dir.exists():
            self._move_aside()
        unfinished.rename(self.data_dir)

    def start(self, lock: int) -> None:
        """Start the server; its processes keep the lock's descriptor till they end."""
        self._let_account_in()
        self._forget_killed_server()
        self._make_socket_dir()
        if self.server_log.exists():
            self.server_log.replace(self.server_log.with_suffix(".log.old"))
        options = OPTIONS | ({} if self.durable else FAST_OPTIONS)
        options["unix_socket_directories"] = str(self.socket_dir)
        words = [word for item in options.items() for word in ("-c", "=".join(item))]
        # Not by pg_ctl, whose shell would read a “$” in the path as its own.
        with self.server_log.open("wb") as log:
            server = subprocess.Popen(
                [programs_dir() / "postgres", "-D", self.data_dir, *words],
                cwd="/",
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(lock,),
                start_new_session=True,  # the terminal's Ctrl-C is not for it
                **self.account.process_options(),
            )
        _servers.append(server)
        self._wait_for(server)

    def stop(self) -> None:
        """Stop the server and end its connections."""
        socket_dir = self.socket_dir
        number = int((self.data_dir / "postmaster.pid").read_text().split()[0])
        # Not by pg_ctl: the server's account may be shut out of the path meanwhile.
        with suppress(psutil.NoSuchProcess):
            server = psutil.Process(number)
            server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
            self._wait_for_end(server)
        socket_dir.rmdir()

    def connect(self) -> psycopg.Connection:
        """Return a connection to the server's own database."""
        return psycopg.connect(
            host=str(self.socket_dir),
            port=PORT,
            user=SUPERUSER,
            dbname="postgres",
            autocommit=True,
            connect_timeout=5,
        )

    def answers(self) -> bool:
        """Say whether the server takes connections."""
        try:
            self.connect().close()
        except (psycopg.OperationalError, FileNotFoundError):
            return False
        return True

    def _let_account_in(self) -> None:
        package = package_dir()
        let_in(self.account, self.data_dir)
        let_read(self.account, package, programs_dir() / "postgres")
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            let_read(self.account, libraries, next(libraries.iterdir()))

    def _forget_killed_server(self) -> None:
        # The caller holds the lock of every server process, so none of them is alive,
        # even if their numbers belong to other processes, or to dead ones, by now.
        self.pid_file.unlink(missing_ok=True)
        if self.socket_dir.exists():
            for leftover in self.socket_dir.iterdir():
                leftover.unlink()

    def _make_socket_dir(self) -> None:
        self.socket_dir.mkdir(mode=0o700, exist_ok=True)
        if self.socket_dir.stat().st_uid in (os.geteuid(), self.account.user):
            self.account.own(self.socket_dir)
            return
        raise LaunchError(
            f"{self.socket_dir} belongs to another user; remove it, "
            "or set TMPDIR to a directory of your own."
        )

    def _move_aside(self) -> None:
        """Keep what stands in the way of a new cluster, unless it is empty."""
        if any(self.data_dir.iterdir()):
            raise LaunchError(
                f"{self.data_dir} holds files but no PostgreSQL data; "
                "move it away and start again."
            )
        self.data_dir.rmdir()

    def _wait_for(self, server: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if server.poll() is not None or time.monotonic() > deadline:
                raise LaunchError(self._failure("start", self.server_log.read_bytes()))
            time.sleep(POLL_SECONDS)  # noqa: TID251 – a new server tells nobody

    def _wait_for_end(self, server: psutil.Process) -> None:
        deadline = time.monotonic() + STOP_SECONDS
        # What another living process started stays a zombie until that one looks.
        while server.status() != psutil.STATUS_ZOMBIE:
            if time.monotonic() > deadline:
                raise LaunchError(
                    f"The embedded PostgreSQL in {self.data_dir} does not stop; "
                    f"end process {server.pid}."
                )
            time.sleep(POLL_SECONDS)  # noqa: TID251 – only a parent is told of an end

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [programs_dir() / program, *words],
            cwd="/",
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            **self.account.process_options(),
        )
        if done.returncode != 0:
            raise LaunchError(self._failure(program, done.stdout))

    def _failure(self, step: str, output: bytes) -> str:
        lines = [line.strip() for line in output.decode(errors="replace").splitlines()]
        told = [line for line in lines if "FATAL" in line or "rror:" in line]
        reason = (told or [line for line in lines if line] or ["it gave no reason"])[-1]
        return (
            f"The embedded PostgreSQL in {self.data_dir} failed at {step} ({reason}); "
            f"see {self.server_log}, or set DATABASE_URL to another server."
        )


def _initdb_options(data_dir: Path) -> list[str]:
    return [
        f"--pgdata={data_dir}",
        f"--username={SUPERUSER}",
        "--auth=trust",  # the socket's directory is private
        "--encoding=UTF8",
        f"--locale={_character_type()}",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
    ]


def _character_type() -> str:
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in CHARACTER_TYPES:
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return "C"
