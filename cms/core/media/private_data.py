"""What a photo tells of its maker stays here."""

from typing import Any

from willow.plugins.pillow import PillowImage
from willow.registry import registry


def keep_from_renditions() -> None:
    """Cut no camera, no name and no place into the files that readers get.

    Willow copies a photo's EXIF block into each JPEG, PNG and AVIF file that it makes
    of it; phones write there where the photo was taken. The picture was turned before.
    Pillow copies the comment of a JPEG or GIF file.
    """
    PillowImage.get_exif_data = lambda image: None
    for save in (PillowImage.save_as_jpeg, PillowImage.save_as_gif):
        _put_in_place(save.__name__, _uncommented(save))


def _put_in_place(name: str, save: Any) -> None:
    """Let it be found by Willow's registry, and on a picture that was cut already."""
    registry.register_operation(PillowImage, name, save)
    setattr(PillowImage, name, save)


def _uncommented(save: Any) -> Any:
    def saving(image: PillowImage, *words: Any, **options: Any) -> Any:
        image.image.info.pop("comment", None)
        return save(image, *words, **options)

    return saving
