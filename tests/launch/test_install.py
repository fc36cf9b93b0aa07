"""The virtual environment is made once, and its failures are told."""

import subprocess
import sys
from pathlib import Path

import pytest

from cms.launch import install


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with locks, an environment, and a pip that notes its calls."""
    for name in ("BUILD", "PACKAGES"):
        path = tmp_path / f"{name.lower()}.txt"
        path.write_text("one==1.0\n")
        monkeypatch.setattr(install, name, path)
    monkeypatch.setattr(install, "ROOT", tmp_path)
    monkeypatch.setattr(install, "PYTHON", sys.executable)
    monkeypatch.setattr(install, "STAMP", tmp_path / "stamp")
    return tmp_path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What pip was asked to install."""
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(install, "install", lambda *words: asked.append(words))
    return asked


def test_what_is_installed_needs_no_network(checkout: Path, calls: list) -> None:
    install.main()
    install.main()

    assert len(calls) == 2  # what builds, then the rest


def test_a_changed_lock_is_installed(checkout: Path, calls: list) -> None:
    install.main()
    (checkout / "packages.txt").write_text("one==1.1\n")
    install.main()

    assert len(calls) == 4


def test_a_failed_installation_is_repeated(
    checkout: Path, calls: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*words: str) -> None:
        raise SystemExit("No network.")

    with monkeypatch.context() as patch:
        patch.setattr(install, "install", fail)
        with pytest.raises(SystemExit):
            install.main()
    install.main()

    assert len(calls) == 2


def test_pip_checks_every_file_against_its_hash(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def note(command: list[str], **options: object) -> subprocess.CompletedProcess:
        commands.append(command)
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(install.subprocess, "run", note)

    with pytest.raises(SystemExit, match="could not be installed"):
        install.install("-r", "requirements.txt")

    assert "--require-hashes" in commands[0]


def test_an_old_python_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install.sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(install.shutil, "which", lambda name: None)

    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
        install.main()


def test_an_incomplete_python_is_told_what_to_do(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "PYTHON", str(checkout / "no" / "python"))
    monkeypatch.setitem(sys.modules, "ensurepip", None)

    with pytest.raises(SystemExit, match="apt install python3-venv"):
        install.main()
