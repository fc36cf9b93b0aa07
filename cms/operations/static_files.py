"""The collected static files, and whether they are those of this code."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = ".collected-from"


def collect() -> None:
    """Collect, compress and name every static file."""
    call_command("collectstatic", interactive=False, verbosity=0)
    _stamp().write_text(fingerprint())


def are_current() -> bool:
    """Say whether what is collected comes from the files there are now."""
    return _stamp().exists() and _stamp().read_text() == fingerprint()


def fingerprint() -> str:
    """Return a digest of every static file's name, size and date."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            status = Path(storage.path(name)).stat()
            line = f"{name} {status.st_size} {status.st_mtime_ns}\n"
            digest.update(line.encode())
    return digest.hexdigest()


def _stamp() -> Path:
    return Path(settings.STATIC_ROOT) / STAMP
