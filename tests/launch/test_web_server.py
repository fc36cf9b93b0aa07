"""Where the web server listens, and what is wrong with it, in one sentence."""

import socket
from collections.abc import Iterator

import pytest

from cms.launch.errors import LaunchError
from cms.launch.web import WebServer


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with nothing set."""
    for name in ("HOST", "PORT", "WEB_WORKERS", "WEB_THREADS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_it_listens_on_this_machine_only_unless_told() -> None:
    assert WebServer.from_environment().address == "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("0.0.0.0", "http://localhost:8000"),
        ("::", "http://localhost:8000"),
        ("::1", "http://[::1]:8000"),
        ("cms.test", "http://cms.test:8000"),
    ],
)
def test_its_address_can_be_opened_in_a_browser(
    monkeypatch: pytest.MonkeyPatch, host: str, address: str
) -> None:
    monkeypatch.setenv("HOST", host)

    assert WebServer.from_environment().address == address


@pytest.mark.parametrize("word", ["http", "0", "65536", "-1", "8000.5"])
def test_a_port_that_is_none_is_named(
    monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setenv("PORT", word)

    with pytest.raises(LaunchError, match=f"PORT must be a number .* not “{word}”"):
        WebServer.from_environment()


def test_a_port_in_use_is_named_with_another_one(
    monkeypatch: pytest.MonkeyPatch, taken_port: int
) -> None:
    monkeypatch.setenv("PORT", str(taken_port))

    with pytest.raises(LaunchError, match=f"Port {taken_port} .*PORT={taken_port + 1}"):
        WebServer.from_environment().check_port()


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.77"])
def test_a_host_that_is_not_here_is_named(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("HOST", host)
    monkeypatch.setenv("PORT", "8765")

    with pytest.raises(LaunchError, match=host):
        WebServer.from_environment().check_port()


def test_workers_and_threads_reach_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_WORKERS", "3")
    monkeypatch.setenv("WEB_THREADS", "5")

    command = WebServer.from_environment().command()

    assert command[command.index("--workers") + 1] == "3"
    assert command[command.index("--blocking-threads") + 1] == "5"
