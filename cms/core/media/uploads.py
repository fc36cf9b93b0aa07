"""Looks at a picture before it is stored: what it is, how large, and whether it opens.

Wagtail's own field knows the extension, the size of the file and the pixels of the
first frame. A file that says it is larger than Pillow bears, one that is cut off, and
one with thousands of frames end in an error or are stored; here each gets a sentence.
"""

import warnings
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from cms.core.media.scans import has_too_many_scans

# Pillow's name of each format, by extension; nothing else is tried on the file.
FORMATS: Final = {
    "avif": "AVIF",
    "gif": "GIF",
    "jpeg": "JPEG",
    "jpg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
}
GLANCE: Final = (64, 64)  # a JPEG is read to its end, and not in full size
NOT_A_PICTURE: Final = _("This file cannot be opened as a picture. Is it damaged?")

TOO_MANY_SCANS: Final = _(
    "This JPEG picture is stored in too many layers. Save it again with another "
    "program."
)


class CheckedImageField(WagtailImageField):
    """A picture that opens, and is within the limits with all its frames."""

    def to_python(self, data: Any) -> UploadedFile | None:
        """Refuse in one sentence what could not be shown."""
        if data in self.empty_values:
            return None
        self.check_image_file_size(data)
        try:
            checked: UploadedFile | None = super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:
            raise ValidationError(NOT_A_PICTURE, code="invalid_image") from error
        if checked is not None:
            data.seek(0)
            self._look_inside(data)
            data.seek(0)
        return checked

    def check_image_pixel_size(self, f: Any) -> None:
        """Leave the pixels to `_look_inside`, which knows of frames and of bombs."""

    def _look_inside(self, file: UploadedFile) -> None:
        extension = str(file.name).rpartition(".")[2].lower()
        try:
            with warnings.catch_warnings(), _open(file, FORMATS[extension]) as picture:
                self._check_pixels(picture)
                _check_scans(file, FORMATS[extension])
                picture.draft("RGB", GLANCE)
                picture.load()
        except (ValidationError, Image.DecompressionBombError) as error:
            if isinstance(error, ValidationError):
                raise
            raise self._too_many(None) from error
        except Exception as error:  # Pillow's formats fail in a dozen ways
            raise ValidationError(NOT_A_PICTURE, code="invalid_image") from error

    def _check_pixels(self, picture: Image.Image) -> None:
        pixels = picture.width * picture.height
        if pixels <= self.max_image_pixels:  # frames of a huge one are not counted
            pixels *= _frames(picture)
        if pixels > self.max_image_pixels:
            raise self._too_many(pixels)

    def _too_many(self, pixels: int | None) -> ValidationError:
        return ValidationError(
            _(
                "This picture has too many pixels, counting all its frames. "
                "There may be %(most)s million."
            ),
            code="file_too_many_pixels",
            params={"most": self.max_image_pixels // 1_000_000, "pixels": pixels},
        )


class CheckedImageForm(BaseImageForm):
    """Wagtail's form of pictures with our field for the file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            self.fields["file"] = _checked(file)


def _checked(field: forms.Field) -> CheckedImageField:
    """Return our field in place of Wagtail's, with its words and its widget."""
    checked = CheckedImageField(
        label=field.label,
        required=field.required,
        widget=field.widget,
        max_length=getattr(field, "max_length", None),
    )
    checked.widget.attrs = {**checked.widget.attrs, **field.widget.attrs}
    return checked


def _frames(picture: Image.Image) -> int:
    """Count what is painted; what a phone adds to its photo is smaller and unused."""
    return 1 if picture.format == "MPO" else getattr(picture, "n_frames", 1)


def _check_scans(file: UploadedFile, kind: str) -> None:
    if kind != "JPEG":
        return
    at = file.tell()
    file.seek(0)
    if has_too_many_scans(file.read()):
        raise ValidationError(TOO_MANY_SCANS, code="too_many_scans")
    file.seek(at)


def _open(file: Any, kind: str) -> Image.Image:
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we have a limit
    return Image.open(file, formats=[kind])
