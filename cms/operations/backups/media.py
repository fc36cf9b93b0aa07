"""The media files: packed beside the database, put back in one go."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.core.files.storage import FileSystemStorage, default_storage

STAGING: Final = ".restoring"
REPLACED: Final = ".replaced"


def media_root() -> Path | None:
    """Return the directory of the media, or nothing when they are stored elsewhere."""
    storage = getattr(default_storage, "_wrapped", default_storage)
    if not isinstance(storage, FileSystemStorage):
        return None
    root = Path(storage.location)
    root.mkdir(parents=True, exist_ok=True)
    return root


def media_files(root: Path) -> Iterator[Path]:
    """Yield every media file."""
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root).parts[0]
        if (
            path.is_file()
            and not path.is_symlink()
            and inside not in (STAGING, REPLACED)
        ):
            yield path


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """Give a directory beside the media; what is still in it at the end is removed."""
    # Inside the media's directory: it may be a volume of its own, where only moves
    # within it are quick.
    place = root / STAGING
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def swap(root: Path, staged: Path) -> None:
    """Put the staged files where the present ones are, and remove those."""
    replaced = root / REPLACED
    shutil.rmtree(replaced, ignore_errors=True)
    replaced.mkdir(mode=0o700)
    for entry in list(root.iterdir()):
        if entry not in (staged, replaced):
            entry.rename(replaced / entry.name)
    for entry in list(staged.iterdir()):
        entry.rename(root / entry.name)
    shutil.rmtree(replaced)
