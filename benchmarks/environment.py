"""What the processes of the bench read: production's settings, and nothing else."""

import os
import secrets
import subprocess
import sys
from collections.abc import Mapping
from typing import Final

from benchmarks.database import ROOT
from benchmarks.sizes import LANGUAGES

HOST: Final = "cms.example.org"
KEPT: Final = ("PATH", "HOME", "LANG", "TMPDIR", "XDG_RUNTIME_DIR")


def environment(url: str, settings: str) -> dict[str, str]:
    """Return the variables for a process that works on a database."""
    return {
        **{name: os.environ[name] for name in KEPT if name in os.environ},
        "DJANGO_SETTINGS_MODULE": settings,
        "DATABASE_URL": url,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "PUBLIC_URL": f"https://{HOST}",
        "CONTENT_LANGUAGES": ",".join(LANGUAGES),
        "TRUSTED_PROXIES": "127.0.0.0/8",  # the load says that it came by HTTPS
        "API_RATE_EXEMPT": "127.0.0.0/8",
        "LOG_LEVEL": "WARNING",
        "STATIC_ROOT": str(ROOT / "var" / "bench" / "static"),
        "MEDIA_ROOT": str(ROOT / "var" / "bench" / "media"),
    }


def run(module: str, *words: str, variables: Mapping[str, str]) -> str:
    """Run a module of the bench in a process of its own; return what it printed."""
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(
        command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{module} failed with code {done.returncode}; see above.")
    return done.stdout
