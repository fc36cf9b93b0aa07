"""Making a picture ready to be delivered: its files and its placeholder."""

import base64
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import Image as Pillow
from wagtail.images.models import Filter

from cms.core.media.presets import all_specs
from cms.core.models import CustomImage

PLACEHOLDER_SIZE = (16, 16)
PLACEHOLDER_QUALITY = 40


def prepare_image(image: CustomImage) -> int:
    """Make what is missing and return how many files were made; safe to repeat."""
    filters = [Filter(spec=spec) for spec in all_specs(image.width)]
    missing = _missing(image, filters)
    if missing:
        image.create_renditions(*_cut_once(image, missing))
    if not image.placeholder:
        CustomImage.objects.filter(pk=image.pk).update(placeholder=placeholder(image))
    return len(missing)


def placeholder(image: CustomImage) -> str:
    """Return a blurred miniature as a data URI of some 150 bytes."""
    with image.open_file() as file, Pillow.open(file) as picture:
        small = picture.convert("RGB")
        small.thumbnail(PLACEHOLDER_SIZE)
        buffer = BytesIO()
        small.save(buffer, "WEBP", quality=PLACEHOLDER_QUALITY)
    encoded = base64.b64encode(buffer.getvalue()).decode("ascii")
    return f"data:image/webp;base64,{encoded}"


class _CutAlready(Filter):
    """A filter whose picture has its size already; what is left is the format."""

    transform_operations: tuple[Any, ...] = ()

    def __init__(self, spec: str, picture: Any) -> None:
        super().__init__(spec)
        self._picture = picture

    @contextmanager
    def get_willow_image(self, image: CustomImage, source: Any = None) -> Iterator[Any]:
        """Give the picture that was cut before."""
        yield self._picture


def _cut_once(image: CustomImage, filters: Sequence[Filter]) -> list[Filter]:
    """Read the picture once and cut each size once, for all formats of the size."""
    cut: dict[str, Any] = {}
    with image.get_willow_image() as original:
        whole = original.auto_orient()
        for wanted in filters:
            size = wanted.spec.partition("|")[0]
            if size not in cut:
                transform = wanted.get_transform(image, whole.get_size())
                part = whole.crop(transform.get_rect().round())
                cut[size] = part.resize(transform.size)
                cut[size].format_name = original.format_name
    return [_CutAlready(one.spec, cut[one.spec.partition("|")[0]]) for one in filters]


def _missing(image: CustomImage, filters: Sequence[Filter]) -> list[Filter]:
    found = image.find_existing_renditions(*filters)
    return [wanted for wanted in filters if wanted not in found]
