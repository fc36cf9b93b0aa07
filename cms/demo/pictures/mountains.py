"""Mountains with snow on top."""

import random
from collections.abc import Sequence

from cms.demo.pictures.canvas import Canvas, Point
from cms.demo.pictures.nature import ROCK
from cms.demo.pictures.palette import Palette, darker, lighter, mix, rgb

SNOW = rgb("fdfaf4")


def mountain(
    canvas: Canvas, palette: Palette, rng: random.Random, peak: Point, *, depth: float
) -> None:
    """Draw one pointed mountain with a lit and a shaded side and snow on top."""
    x, y = peak
    foot = y + rng.uniform(560, 640)
    reach = (foot - y) * rng.uniform(0.95, 1.2)
    lit = palette.tone(lighter(ROCK, 0.16), depth)
    dim = palette.tone(darker(ROCK, 0.24), depth)
    bend = [(x, y)]
    while bend[-1][1] < foot:
        bx, by = bend[-1]
        bend.append((bx + rng.uniform(-26, 44), by + rng.uniform(50, 90)))
    base = mix(lit, palette.haze, 0.7)
    canvas.shade([[(x, y), (x + reach, foot), (x - reach, foot)]], (lit, lit, base))
    shade = [*bend, (x + reach, foot)]
    canvas.shade([shade], (dim, dim, mix(dim, palette.haze, 0.6)))
    _snow(canvas, rng, peak, bend, (reach / (foot - y), palette, depth))


def _snow(
    canvas: Canvas,
    rng: random.Random,
    peak: Point,
    bend: Sequence[Point],
    slope: tuple[float, Palette, float],
) -> None:
    (x, y), (steep, palette, depth) = peak, slope
    line = y + rng.uniform(130, 180)
    white = palette.tone(SNOW, depth * 0.7)
    left: list[Point] = []
    for index in range(5):
        height = line + (34 if index % 2 else -22) + rng.uniform(-12, 12)
        edge = x - (height - y) * steep
        left.append((edge + (x - edge) * index / 4, height))
    left[0] = (x - (left[0][1] - y) * steep, left[0][1])
    right = [
        (2 * x - px + rng.uniform(-6, 6), py + rng.uniform(-14, 14)) for px, py in left
    ]
    right[0] = (x + (right[0][1] - y) * steep, right[0][1])
    canvas.polygon([(x, y), *left, (x, left[-1][1])], white)
    shaded = mix(white, palette.tone(ROCK, depth), 0.42)
    spine = [point for point in bend if point[1] < line - 10]
    canvas.polygon([*spine, *right[::-1], (right[0][0], right[0][1])], shaded)
