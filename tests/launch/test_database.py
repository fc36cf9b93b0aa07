"""The embedded database: there for whoever needs it, whatever happened before."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from cms.launch import sockets
from cms.launch.account import server_account
from cms.launch.cluster import Cluster
from cms.launch.database import embedded_url, release
from cms.launch.errors import LaunchError
from cms.launch.sockets import SOCKET_PATH_LIMIT, runtime_dir

ROOT = Path(__file__).resolve().parents[2]
USE = """
import sys
from pathlib import Path
from cms.launch.database import embedded_url
print(embedded_url(Path(sys.argv[1]), durable=False), flush=True)
sys.stdin.read()
"""


class User:
    """Another process that uses the database until it is told to end."""

    def __init__(self, data_dir: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USE, str(data_dir)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def url(self) -> str:
        """Return the address it was given."""
        return self.process.stdout.readline().strip()

    def end(self) -> None:
        """End normally, and without a complaint."""
        _told, complaints = self.process.communicate(timeout=60)
        assert complaints == ""

    def kill(self) -> None:
        """End without a chance to say so."""
        self.process.kill()
        self.process.communicate(timeout=60)


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    """A data directory; whatever the test leaves running is stopped."""
    path = tmp_path / "postgres"
    yield path
    if (path / "PG_VERSION").exists():
        use(path)
        release(path)


def use(data_dir: Path) -> str:
    return embedded_url(data_dir, durable=False)


def server_number(data_dir: Path) -> int:
    return int((data_dir / "postmaster.pid").read_text().splitlines()[0])


def is_stopped(data_dir: Path) -> bool:
    return not (data_dir / "postmaster.pid").exists()


def ask(url: str, question: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(question).fetchone()


def test_the_last_user_stops_it_and_not_an_earlier_one(data_dir: Path) -> None:
    url = use(data_dir)
    other = User(data_dir)
    assert other.url() == url

    release(data_dir)
    assert ask(url, "SELECT 1") == (1,)
    other.end()

    assert is_stopped(data_dir)


def test_a_killed_user_does_not_count(data_dir: Path) -> None:
    killed = User(data_dir)
    killed.url()
    killed.kill()
    server = server_number(data_dir)

    use(data_dir)
    assert server_number(data_dir) == server
    release(data_dir)

    assert is_stopped(data_dir)


def test_a_forked_child_is_no_user_of_its_own(data_dir: Path) -> None:
    url = use(data_dir)

    child = os.fork()
    if child == 0:
        try:
            release(data_dir)
        finally:
            os._exit(0)
    os.waitpid(child, 0)

    assert ask(url, "SELECT 1") == (1,)


def test_starts_at_the_same_time_share_one_server(data_dir: Path) -> None:
    users = [User(data_dir) for _ in range(3)]

    assert len({user.url() for user in users}) == 1
    for user in users:
        user.end()
    assert is_stopped(data_dir)


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[int]:
    """The number of a living process that PostgreSQL would take for a server."""
    account = server_account(tmp_path / "postgres")
    process = subprocess.Popen(["/bin/sleep", "600"], **account.process_options())
    yield process.pid
    process.kill()
    process.wait()


@pytest.mark.parametrize("is_number_used_anew", [True, False])
def test_a_killed_server_is_started_again_with_its_rows(
    data_dir: Path, stranger: int, *, is_number_used_anew: bool
) -> None:
    url = embedded_url(data_dir)  # durable: this is about keeping
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    killed = server_number(data_dir)
    os.kill(killed, signal.SIGKILL)
    if is_number_used_anew:
        note = data_dir / "postmaster.pid"
        note.write_text(note.read_text().replace(str(killed), str(stranger), 1))

    assert embedded_url(data_dir) == url
    assert ask(url, "SELECT answer FROM kept") == (42,)
    assert server_number(data_dir) not in (killed, stranger)


def test_a_long_and_odd_path_has_a_short_socket(tmp_path: Path) -> None:
    data_dir = tmp_path / ("Long path/" * 20) / "it's $HOME" / "postgres"
    assert len(str(data_dir)) > 200

    url = use(data_dir)
    try:
        socket = next(Cluster(data_dir).socket_dir.glob(".s.PGSQL.*"))
        assert len(str(socket)) < SOCKET_PATH_LIMIT
        assert ask(url, "SELECT current_database()") == ("municipia",)
    finally:
        release(data_dir)


def test_the_socket_is_in_a_private_directory(data_dir: Path) -> None:
    use(data_dir)

    assert Cluster(data_dir).socket_dir.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("place", ["/tmp/Upper", f"/tmp/{'long' * 20}"])
def test_the_socket_avoids_places_an_address_cannot_name(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(sockets.tempfile, "gettempdir", lambda: place)
    monkeypatch.setattr(sockets.os, "access", lambda *_: True)

    assert runtime_dir() == Path("/tmp")


def test_a_stop_in_the_middle_of_the_first_start_can_be_repeated(
    data_dir: Path,
) -> None:
    unfinished = data_dir.with_name("postgres.unfinished")
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18")

    assert ask(use(data_dir), "SELECT 1") == (1,)
    assert not unfinished.exists()


def test_files_of_others_are_not_touched(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "thesis.txt").write_text("years of work")

    with pytest.raises(LaunchError, match="holds files but no PostgreSQL data"):
        use(data_dir)

    assert (data_dir / "thesis.txt").read_text() == "years of work"
    release(data_dir)


def test_spoiled_data_is_told_and_kept_unless_it_is_for_tests(data_dir: Path) -> None:
    use(data_dir)
    release(data_dir)
    (data_dir / "global" / "pg_control").write_bytes(b"spoiled")

    with pytest.raises(LaunchError, match="failed at start") as failure:
        embedded_url(data_dir)
    assert "\n" not in str(failure.value)
    assert (data_dir / "global" / "pg_control").read_bytes() == b"spoiled"
    release(data_dir)

    assert ask(use(data_dir), "SELECT 1") == (1,)


def test_text_search_knows_the_letters_of_every_script(data_dir: Path) -> None:
    text = "“Öl” – «Київ’s» (Ρόδος)"

    words = ask(
        use(data_dir), f"SELECT tsvector_to_array(to_tsvector('simple', '{text}'))"
    )

    assert set(words[0]) == {"öl", "київ", "s", "ρόδος"}


def test_joining_takes_no_time(data_dir: Path) -> None:
    use(data_dir)

    started = time.monotonic()
    use(data_dir)

    assert time.monotonic() - started < 1
