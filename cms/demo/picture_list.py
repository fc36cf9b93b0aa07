"""Which pictures the content asks for, each once, and how they are drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from PIL import Image, ImageColor

from cms.demo.content import Content, Item
from cms.demo.pictures import draw_logo, draw_portrait, draw_scene
from cms.demo.texts import say

CREDIT = "Municipia demo"
LICENCE = "CC0"
TINY = (64, 40)
USUAL, WIDE = (1280, 800), (1600, 1000)  # a wide one fills the top of the home page

# Where the eye goes in a scene, as parts of width and height. Others are cut around
# their middle.
FOCAL_POINTS = {
    "hills-windmills": (0.42, 0.58),
    "harvest": (0.48, 0.75),
    "portrait": (0.5, 0.42),
    "seaside-village": (0.46, 0.4),
    "tram-street": (0.45, 0.72),
}
FOCAL_SIZE = 0.3  # of the width


@dataclass
class Drawing:
    """A picture to draw, under the key of its row."""

    key: str
    title: str
    file_name: str
    scene: str
    arguments: tuple[Any, ...]
    alt_texts: dict[str, str] = field(default_factory=dict)
    credit: str = CREDIT
    is_internal: bool = False

    @property
    def focal_point(self) -> tuple[float, float] | None:
        """The place to keep when the picture is cut."""
        return FOCAL_POINTS.get(self.scene)


def picture_key(raw: Mapping[str, Any]) -> str:
    """Return the key of a scene with its seed."""
    return f"picture:{raw['scene']}-{raw['seed']}"


def list_drawings(content: Content) -> dict[str, Drawing]:
    """Return every picture that the content uses, under its key."""
    drawings: dict[str, Drawing] = {}
    for item in content.items.values():
        for found in drawings_of(item):
            known = drawings.setdefault(found.key, found)
            known.alt_texts = {**found.alt_texts, **known.alt_texts}
    return drawings


def draw(scene: str, arguments: tuple[Any, ...], *, tiny: bool = False) -> bytes:
    """Draw a picture; a tiny one is a patch of colour for tests."""
    if tiny:
        patch = BytesIO()
        hue = sum(map(ord, f"{scene}{arguments}")) % 360
        Image.new("RGB", TINY, ImageColor.getrgb(f"hsl({hue},60%,60%)")).save(
            patch, "PNG" if scene == "logo" else "JPEG"
        )
        return patch.getvalue()
    if scene == "logo":
        return draw_logo(*arguments)
    if scene == "portrait":
        return draw_portrait(*arguments)
    return draw_scene(scene, *arguments)


def drawings_of(item: Item) -> Iterator[Drawing]:
    """Yield the pictures that an item uses."""
    logo, portrait = item.raw.get("logo"), item.raw.get("portrait")
    if logo:
        yield _emblem(item, "logo", "png", (logo["initials"], logo["seed"]))
    if portrait:
        yield _emblem(item, "portrait", "jpg", (portrait["seed"],))
    for picture in _pictures_in(item.raw):
        scene, seed = picture["scene"], picture["seed"]
        yield Drawing(
            key=picture_key(picture),
            title=f"{scene.replace('-', ' ').capitalize()} {seed}",
            file_name=f"demo-{scene}-{seed}.jpg",
            scene=scene,
            arguments=(seed, WIDE if item.key == "home" else USUAL),
            alt_texts=_alt_texts(item, picture["alt"]),
            credit=picture.get("credit") or CREDIT,
            is_internal=bool(picture.get("internal")),
        )


def _emblem(item: Item, scene: str, suffix: str, arguments: tuple[Any, ...]) -> Drawing:
    """Return what stands for an organisation or a person; its name describes it."""
    return Drawing(
        key=f"{scene}:{item.slug}",
        title=f"{scene.capitalize()} of {item.text('name')}",
        file_name=f"demo-{scene}-{item.slug}.{suffix}",
        scene=scene,
        arguments=arguments,
        alt_texts=_alt_texts(item, item.raw["name"]),
    )


def _alt_texts(item: Item, text: Any) -> dict[str, str]:
    if isinstance(text, str):
        return {item.original: text}
    return {code: say(text, code) for code in item.languages if code in text}


def _pictures_in(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        if "scene" in value:
            yield value
        for inner in value.values():
            yield from _pictures_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _pictures_in(inner)
