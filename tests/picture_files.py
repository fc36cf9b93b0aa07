"""Files of pictures, good ones and bombs."""

from io import BytesIO
from typing import Any

from PIL import Image


def encoded(kind: str, size: tuple[int, int] = (40, 30), **options: Any) -> bytes:
    """Return the file of a plain picture."""
    buffer = BytesIO()
    Image.new("RGB", size, "teal").save(buffer, kind, **options)
    return buffer.getvalue()


def scan_bomb(side: int, scans: int) -> bytes:
    """Return a progressive JPEG file that repeats its last, empty scan."""
    picture = encoded("JPEG", (side, side), progressive=True)
    last = picture.rindex(b"\xff\xda")
    return picture[:-2] + picture[last:-2] * scans + picture[-2:]
