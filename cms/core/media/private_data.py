"""What a photo tells of its maker stays here."""

from willow.plugins.pillow import PillowImage


def keep_from_renditions() -> None:
    """Cut no camera, no name and no place into the files that readers get.

    Willow copies a photo's EXIF block into each JPEG, PNG and AVIF file that it makes
    of it; phones write there where the photo was taken. The picture was turned before.
    """
    PillowImage.get_exif_data = lambda image: None
