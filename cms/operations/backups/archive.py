"""The file of a backup: a tar archive that is written and unpacked with care."""

import io
import shutil
import tarfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final

from cms.operations.backups.manifest import Manifest
from cms.operations.backups.media import media_files
from cms.operations.errors import OperationError

MANIFEST: Final = "manifest.json"
DUMP: Final = "database.dump"
MEDIA: Final = "media"
CHUNK: Final = 1024 * 1024
DAMAGED: Final = (
    *(tarfile.TarError, EOFError, OSError, zlib.error),
    *(ValueError, KeyError, TypeError, AttributeError),
)


def write(path: Path, manifest: Manifest, dump: Path, root: Path | None) -> int:
    """Write the archive, whole or not at all, and return the number of media files."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    count = 0
    try:
        unfinished.touch(mode=0o600)  # it holds everybody's password hashes
        with tarfile.open(unfinished, "w:gz", compresslevel=1) as archive:
            text = manifest.to_json().encode()
            member = tarfile.TarInfo(MANIFEST)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
            archive.add(dump, DUMP)
            for file in media_files(root) if root else ():
                archive.add(file, f"{MEDIA}/{file.relative_to(root or '')}")
                count += 1
        unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def unpack(path: Path, dump: Path, media: Path | None) -> Manifest:
    """Unpack the whole archive to the places given; one that is odd is refused."""
    try:
        with tarfile.open(path, "r:gz") as archive:
            manifest = Manifest.from_json(_text(archive, archive.next()))
            for member in archive:
                _extract(archive, member, _target(member, dump, media))
            _read_to_the_end(archive)
    except DAMAGED as error:
        if isinstance(error, OSError) and error.errno:
            raise OperationError(
                f"{path} could not be unpacked ({error.strerror}); nothing was changed."
            ) from error
        raise _damaged(path) from error
    if not dump.exists():
        raise _damaged(path)
    return manifest


def _target(member: tarfile.TarInfo, dump: Path, media: Path | None) -> Path | None:
    """Return where the member belongs; no name leads out of the places given."""
    parts = PurePosixPath(member.name).parts
    if not member.isreg() or ".." in parts or member.name.startswith("/"):
        raise OperationError(
            f"The archive holds “{member.name}”, which no backup contains: "
            "nothing was changed, do not use this file."
        )
    if member.name in (MANIFEST, DUMP):
        return dump if member.name == DUMP else None
    if parts[0] != MEDIA or len(parts) < 2:
        raise OperationError(f"The archive holds “{member.name}”, unknown to backups.")
    return media.joinpath(*parts[1:]) if media else None


def _extract(
    archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path | None
) -> None:
    source = archive.extractfile(member)
    if target is not None and source is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as copy:
            shutil.copyfileobj(source, copy)


def _text(archive: tarfile.TarFile, member: tarfile.TarInfo | None) -> str:
    if member is None or member.name != MANIFEST or not member.isreg():
        raise ValueError("The archive does not begin with a manifest.")
    source = archive.extractfile(member)
    return source.read().decode() if source else ""


def _read_to_the_end(archive: tarfile.TarFile) -> None:
    """Read what follows the last member: at the very end stands the check sum."""
    while archive.fileobj.read(CHUNK):
        pass


def _damaged(path: Path) -> OperationError:
    return OperationError(
        f"{path} is no complete backup of Municipia; nothing was changed."
    )
