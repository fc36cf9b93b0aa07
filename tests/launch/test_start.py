"""A start that cannot be ends in one sentence, before anything is changed."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cms.launch import start as start_module
from cms.launch.announcement import addresses
from cms.launch.errors import LaunchError
from cms.launch.locks import open_lock, take_if_free
from cms.launch.start import be_the_only_one, child_environment, start
from cms.launch.web import WebServer

ROOT = Path(__file__).resolve().parents[2]
WEB = WebServer(host="127.0.0.1", port=8000, workers=1, threads=1)


@pytest.fixture
def run_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of its own for what a launcher notes."""
    monkeypatch.setattr(start_module, "RUN_DIR", tmp_path / "run")
    return tmp_path / "run"


def test_a_second_launcher_is_sent_away_with_the_first_ones_number(
    run_dir: Path,
) -> None:
    be_the_only_one()

    with pytest.raises(LaunchError, match=rf"already \(process {os.getpid()}\)"):
        be_the_only_one()


def test_a_killed_launcher_does_not_stand_in_the_way(run_dir: Path) -> None:
    lock = open_lock(run_dir / "launcher.lock")
    assert take_if_free(lock)
    os.close(lock)  # as the kernel does

    be_the_only_one()


def test_public_url_follows_host_and_port_unless_it_is_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PUBLIC_URL", "")
    assert child_environment(WEB)["PUBLIC_URL"] == "http://127.0.0.1:8000"

    monkeypatch.setenv("PUBLIC_URL", "https://cms.test")
    assert child_environment(WEB)["PUBLIC_URL"] == "https://cms.test"


def test_it_tells_where_everything_is() -> None:
    text = "\n".join(addresses("https://cms.test"))

    for path in ("/admin/", "/graphql/", "/graphql/explorer/"):
        assert f"https://cms.test{path}" in text


def test_a_port_in_use_ends_the_start_before_anything_is_changed(
    run_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes: list[object] = []
    monkeypatch.setattr(start_module.signal, "signal", lambda *_: None)
    monkeypatch.setattr(start_module, "embedded_url", changes.append)
    monkeypatch.setattr(start_module, "prepare_once", changes.append)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        monkeypatch.setenv("PORT", str(listener.getsockname()[1]))

        with pytest.raises(LaunchError, match=r"Port \d+ .* cannot be used"):
            start()

    assert changes == []


def test_a_failed_start_is_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cms.launch"],
        cwd=ROOT,
        env={**os.environ, "PORT": "http"},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "PORT must be a number from 1 to 65535, not “http”.\n"
