"""The sizes in which pictures are delivered; nobody can ask for others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FORMATS: Final = ("avif", "webp", "original")


@dataclass(frozen=True)
class Preset:
    """A shape with the widths it is made in, narrow to wide, in pixels."""

    name: str
    description: str
    widths: tuple[int, ...]
    ratio: tuple[int, int]
    sizes: str
    formats: tuple[str, ...] = FORMATS

    def height(self, width: int) -> int:
        """Return the height that goes with a width."""
        across, down = self.ratio
        return round(width * down / across)

    def widths_for(self, available: int) -> tuple[int, ...]:
        """Return the widths that need no enlarging, and always the narrowest."""
        fitting = tuple(width for width in self.widths if width <= available)
        return fitting or self.widths[:1]

    def spec(self, width: int, media_format: str) -> str:
        """Return Wagtail's filter for one of the files."""
        fill = f"fill-{width}x{self.height(width)}"
        return fill if media_format == "original" else f"{fill}|format-{media_format}"


PRESETS: Final = {
    preset.name: preset
    for preset in (
        Preset(
            "CARD",
            "In lists, 8:5.",
            (400, 800),
            (8, 5),
            "(min-width: 48rem) 25rem, 100vw",
        ),
        Preset("HERO", "Across a page, 16:9.", (960, 1600), (16, 9), "100vw"),
        Preset("THUMB", "Small and square.", (160,), (1, 1), "10rem"),
        Preset(
            "SHARE",
            "For Open Graph, 1200 by 630.",
            (1200,),
            (40, 21),
            "",
            ("original",),
        ),
    )
}


def all_specs(image_width: int) -> Iterator[str]:
    """Yield the filters of every file that a picture of this width has."""
    for preset in PRESETS.values():
        for width in preset.widths_for(image_width):
            for media_format in preset.formats:
                yield preset.spec(width, media_format)
