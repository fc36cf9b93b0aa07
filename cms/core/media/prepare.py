"""Making a picture ready to be delivered: its files and its placeholder."""

import base64
from collections.abc import Sequence
from io import BytesIO

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
        image.create_renditions(*missing)
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


def _missing(image: CustomImage, filters: Sequence[Filter]) -> list[Filter]:
    found = image.find_existing_renditions(*filters)
    return [wanted for wanted in filters if wanted not in found]
