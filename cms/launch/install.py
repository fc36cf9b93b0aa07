"""Make the virtual environment and install what is locked; standard library only.

Run by the Makefile with whatever Python there is, so old ones must be able to read it.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
STAMP = VENV / "installed-requirements"
BUILD, PACKAGES = ROOT / "requirements-build.txt", ROOT / "requirements-dev.txt"
OLDEST = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11")
PIP = ("-m", "pip", "--disable-pip-version-check", "-qq", "install")
# Nothing is compiled here: only `promise` has no wheel, and it is plain Python.
WHEELS = ("--only-binary=:all:", "--no-binary=promise", "--no-build-isolation")


def main() -> None:
    """Install unless what is locked is there already; then no network is needed."""
    if sys.version_info < OLDEST:
        use_newer_python()
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_current():
            return
        make_environment()
        print("Installing the locked packages into .venv …", flush=True)  # noqa: T201
        install("-r", str(BUILD))
        install(*WHEELS, "-r", str(PACKAGES))
        STAMP.write_text(fingerprint())


def use_newer_python() -> None:
    """Start again with a newer Python of this machine, if it has one."""
    for name in NEWER:
        found = shutil.which(name)
        if found:
            os.execv(found, [found, *sys.argv])  # noqa: S606 – the same script
    sys.exit(
        "Municipia needs Python 3.11 or newer; install it and name it: "
        "make PYTHON=/path/to/python3"
    )


def is_current() -> bool:
    """Say whether the environment works and holds exactly what is locked."""
    return runs() and STAMP.exists() and STAMP.read_text() == fingerprint()


def runs() -> bool:
    """Say whether the environment's Python starts, is new enough, and has pip."""
    code = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    if not Path(PYTHON).exists():
        return False
    return subprocess.run([PYTHON, "-c", code], capture_output=True).returncode == 0


def fingerprint() -> str:
    """Return what the installed packages depend on: the locks and the Python."""
    command = [PYTHON, "-c", "import sys; print(sys.version, sys.prefix)"]
    digest = hashlib.sha256(subprocess.check_output(command))
    for path in (BUILD, PACKAGES):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """Make the virtual environment, anew if the one there does not run."""
    if runs():
        return
    try:
        import ensurepip  # noqa: F401 – Debian keeps it in a package of its own
        import venv
    except ImportError:
        sys.exit(
            "Python's venv module is not complete here; install it "
            "(Debian and Ubuntu: apt install python3-venv) and try again."
        )
    print("Making the virtual environment .venv …", flush=True)  # noqa: T201
    venv.create(VENV, clear=True, with_pip=True)


def install(*words: str) -> None:
    """Install with pip, which checks each file against the hashes in the lock."""
    command = [PYTHON, *PIP, "--require-hashes", *words]
    if subprocess.run(command).returncode != 0:
        sys.exit(
            "The packages could not be installed (pip says why above); check the "
            "network or pip's index, then try again."
        )


if __name__ == "__main__":
    main()
