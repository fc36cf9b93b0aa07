"""How much time Pillow takes for the files of a picture."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from PIL import Image

# Neither Wagtail nor Willow has a setting for these. The files grow by some per cent,
# AVIF by a third, and take a fifth of the time.
HASTE: dict[str, dict[str, Any]] = {
    "AVIF": {"speed": 9},
    "WEBP": {"method": 2},
    "PNG": {"optimize": False},
}


@contextmanager
def encoding_in_haste() -> Iterator[None]:
    """Let Pillow write fast rather than small meanwhile."""
    Image.init()
    usual = {name: Image.SAVE[name] for name in HASTE}
    for name in HASTE:
        Image.register_save(name, _hasty(name))
    try:
        yield
    finally:
        for name, save in usual.items():
            Image.register_save(name, save)


def _hasty(name: str) -> Any:
    usual = Image.SAVE[name]

    def save(image: Image.Image, file: IO[bytes], path: str | bytes) -> None:
        image.encoderinfo.update(HASTE[name])
        usual(image, file, path)

    return save
