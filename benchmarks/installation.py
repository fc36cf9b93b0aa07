"""The virtual environment of the stack that needs packages which we do not."""

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import Final

from benchmarks.database import ROOT

VENV: Final = ROOT / "var" / "bench" / "venv"
PYTHON: Final = VENV / "bin" / "python"
STAMP: Final = VENV / "installed-requirements"
UV: Final = Path(sys.executable).with_name("uv")
LOCK: Final = ROOT / "benchmarks" / "requirements.txt"
BUILD: Final = ROOT / "requirements-build.txt"
# Only `promise` has no wheel, as in cms.launch.install.
FROM_SOURCE: Final = ("--no-build-isolation-package", "promise", "--no-binary=promise")


def is_installed() -> bool:
    """Say whether the environment holds exactly what is locked."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() == _fingerprint()


def install() -> bool:
    """Install what is locked, unless it is there; say whether that went well."""
    if is_installed():
        return True
    steps = (
        ("venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)),
        _step(BUILD),
        _step(LOCK, *FROM_SOURCE),
    )
    for step in steps:
        if subprocess.run([UV, *step], cwd=ROOT, check=False).returncode != 0:
            return False
    STAMP.write_text(_fingerprint())
    return True


def _step(lock: Path, *words: str) -> tuple[str, ...]:
    where = ("pip", "install", "--quiet", "--python", str(PYTHON), "--require-hashes")
    return (*where, *words, "-r", str(lock))


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in (BUILD, LOCK):
        digest.update(path.read_bytes())
    return digest.hexdigest()
