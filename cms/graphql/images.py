"""Pictures in preset sizes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import graphene
from django.core.files.storage import FileSystemStorage
from django.db.models import QuerySet
from wagtail.images.models import Filter

from cms.core.media.presets import FORMATS, PRESETS, Preset
from cms.core.models import CustomImage, CustomRendition
from cms.graphql.planner.remembered import among_ids, remembered

MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp"}


@dataclass(frozen=True)
class Picture:
    """An image where it is used, with the description that it has there."""

    image: CustomImage
    alt: str

    @classmethod
    def of(cls, image: CustomImage, language_code: str, alt: str, *, decorative: bool):
        """Describe an image: nothing where it is decorative, else never nothing."""
        return cls(image, "" if decorative else alt or image.alt_in(language_code))


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that has been made of a picture."""

    name: str
    width: int
    height: int

    @property
    def url(self) -> str:
        """Where the file is."""
        storage = CustomRendition._meta.get_field("file").storage
        if isinstance(storage, FileSystemStorage):
            return _address(storage, storage.base_url, self.name)
        return str(storage.url(self.name))  # it may be signed, and end


@lru_cache(maxsize=10_000)
def _address(storage: FileSystemStorage, _base_url: str | None, name: str) -> str:
    """Return the address of a file of our own, which takes long to compose."""
    return storage.url(name)


def renditions_of(images: Sequence[CustomImage]) -> Mapping[int, dict[str, MadeFile]]:
    """Load the files that exist of many pictures, by picture and filter."""
    found: dict[int, dict[str, MadeFile]] = {image.pk: {} for image in images}
    keys: dict[tuple[int, tuple[str, ...]], str] = {}
    by_pk = {image.pk: image for image in images}
    statement = remembered("renditions", _renditions)
    for pk, spec, focal_point_key, name, width, height in statement.rows(found):
        cut, varying = _cut_by(spec)
        if (pk, varying) not in keys:
            keys[pk, varying] = cut.get_cache_key(by_pk[pk])
        if focal_point_key == keys[pk, varying]:
            found[pk][spec] = MadeFile(name, width, height)
    return found


def _renditions() -> QuerySet[Any]:
    return CustomRendition.objects.filter(among_ids("image_id")).values_list(
        "image_id", "filter_spec", "focal_point_key", "file", "width", "height"
    )


@lru_cache(maxsize=1000)
def _cut_by(spec: str) -> tuple[Filter, tuple[str, ...]]:
    """Return a filter, and the columns of a picture that what it cuts depends on."""
    cut = Filter(spec=spec)
    varying = (getattr(one, "vary_fields", ()) for one in cut.operations)
    return cut, tuple(chain.from_iterable(varying))


def _files(picture: Picture, info) -> dict[str, MadeFile]:
    return info.context.batches.load(picture.image, renditions_of) or {}


def _largest(picture: Picture, info, preset: Preset) -> MadeFile | None:
    files = _files(picture, info)
    specs = [preset.spec(width, "original") for width in reversed(preset.widths)]
    return next((files[spec] for spec in specs if spec in files), None)


ImagePreset = graphene.Enum(
    "ImagePreset",
    [(name, name) for name in PRESETS],
    description=lambda member: (
        PRESETS[member.value].description
        if member
        else "The sizes in which pictures are delivered."
    ),
)


class FocalPoint(graphene.ObjectType):
    """What a picture is about, as a point of it."""

    x = graphene.Float(required=True, description="From 0, left, to 1, right.")
    y = graphene.Float(required=True, description="From 0, top, to 1, bottom.")


class Rendition(graphene.ObjectType):
    """One file of a picture."""

    url = graphene.String(required=True, description="Where the file is.")
    width = graphene.Int(required=True, description="In pixels.")
    height = graphene.Int(required=True, description="In pixels.")


class ImageSource(graphene.ObjectType):
    """What a `source` element of a `picture` element needs."""

    media = graphene.String(description="The media condition, where there is one.")
    type = graphene.String(required=True, description="The files' media type.")
    srcset = graphene.String(required=True, description="Files with their widths.")
    sizes = graphene.String(description="How wide the picture is shown.")


class Image(graphene.ObjectType):
    """A picture as it is used in one place."""

    id = graphene.ID(required=True, description="Identifies the picture.")
    alt = graphene.String(
        required=True,
        description="What it shows, in the language of its page; empty only where it "
        "is decorative.",
    )
    title = graphene.String(required=True, description="What the library calls it.")
    credit = graphene.String(description="Who made it.")
    licence = graphene.String(description="What others may do with it.")
    width = graphene.Int(required=True, description="Of the original, in pixels.")
    height = graphene.Int(required=True, description="Of the original, in pixels.")
    focal_point = graphene.Field(FocalPoint, description="What it is about.")
    rendition = graphene.Field(
        Rendition,
        preset=graphene.Argument(ImagePreset, required=True, description="The size."),
        description="The largest file of a size in the original's format; null until "
        "it has been made.",
    )
    sources = graphene.List(
        graphene.NonNull(ImageSource),
        required=True,
        preset=graphene.Argument(ImagePreset, required=True, description="The size."),
        description="AVIF, WebP, then the original's format; those that are made.",
    )
    placeholder = graphene.String(
        description="A miniature as a data URI, to show until the file has come."
    )

    def resolve_id(picture, info):
        return picture.image.pk

    def resolve_title(picture, info):
        return picture.image.title

    def resolve_credit(picture, info):
        return picture.image.credit or None

    def resolve_licence(picture, info):
        return picture.image.licence or None

    def resolve_width(picture, info):
        return picture.image.width

    def resolve_height(picture, info):
        return picture.image.height

    def resolve_focal_point(picture, info):
        image = picture.image
        if not image.has_focal_point():
            return None
        return FocalPoint(
            x=round(image.focal_point_x / image.width, 4),
            y=round(image.focal_point_y / image.height, 4),
        )

    def resolve_rendition(picture, info, preset):
        return _largest(picture, info, PRESETS[preset.value])

    def resolve_sources(picture, info, preset):
        chosen = PRESETS[preset.value]
        files = _files(picture, info)
        sources = (_source(chosen, media_format, files) for media_format in FORMATS)
        return [source for source in sources if source]

    def resolve_placeholder(picture, info):
        return picture.image.placeholder or None


def _source(
    preset: Preset, media_format: str, files: Mapping[str, MadeFile]
) -> ImageSource | None:
    made = [
        files[spec]
        for width in preset.widths
        if (spec := preset.spec(width, media_format)) in files
    ]
    if not made:
        return None
    original = made[0].name.rsplit(".", 1)[-1].lower().replace("jpg", "jpeg")
    return ImageSource(
        media=None,
        type=MEDIA_TYPES.get(media_format, f"image/{original}"),
        srcset=", ".join(f"{rendition.url} {rendition.width}w" for rendition in made),
        sizes=preset.sizes or None,
    )
