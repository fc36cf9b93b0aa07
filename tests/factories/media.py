"""Small pictures and files."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Pillow

from cms.core.models import CustomDocument, CustomImage


def make_image(
    title: str = "Picture",
    size: tuple[int, int] = (900, 600),
    name: str = "picture.jpg",
    **fields: Any,
) -> CustomImage:
    """Store a plain picture; without a commit no files are made of it."""
    buffer = BytesIO()
    Pillow.new("RGB", size, "teal").save(buffer, "JPEG")
    file = ContentFile(buffer.getvalue(), name=name)
    return CustomImage.objects.create(title=title, file=file, **fields)


def make_document(
    title: str = "File", name: str = "file.pdf", **fields: Any
) -> CustomDocument:
    """Store a small file."""
    file = ContentFile(b"%PDF-1.7 small", name=name)
    return CustomDocument.objects.create(title=title, file=file, **fields)
