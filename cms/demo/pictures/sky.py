"""Skies: gradient, sun or moon, clouds, stars and birds. The light is on the left."""

import random
from collections.abc import Sequence

from cms.demo.pictures.canvas import WIDTH, Canvas, Point
from cms.demo.pictures.palette import CREAM, Palette, lighter, mix
from cms.demo.pictures.shapes import arc

NIGHT_CLOUD = 0.22


def paint_sky(
    canvas: Canvas,
    palette: Palette,
    rng: random.Random,
    *,
    horizon: float = 620,
    clouds: int = 4,
) -> Point:
    """Paint the whole sky and return where the sun or moon stands."""
    canvas.gradient((0, 0, WIDTH, horizon), palette.mood.sky)
    canvas.rect((0, horizon, WIDTH, 1000 - horizon), palette.mood.sky[-1])
    sun = _sun_place(palette, rng, horizon)
    if palette.is_dark:
        _stars(canvas, rng, horizon)
        _moon(canvas, palette, sun)
    else:
        _sun(canvas, palette, sun)
    for index in range(clouds):
        height = horizon * (0.1 + 0.62 * (index + rng.random()) / max(clouds, 1))
        cloud(canvas, palette, rng, (rng.uniform(60, 1540), height))
    return sun


def _sun_place(palette: Palette, rng: random.Random, horizon: float) -> Point:
    low = palette.mood.name in ("dawn", "dusk")
    share = rng.uniform(0.62, 0.8) if low else rng.uniform(0.2, 0.36)
    return rng.uniform(220, 620), horizon * share


def _sun(canvas: Canvas, palette: Palette, sun: Point) -> None:
    day = palette.mood.name == "day"
    color = palette.mood.sun
    canvas.glow(sun, (520, 460), color, 0.5 if day else 0.75)
    canvas.glow(sun, (190, 190), color, 0.6)
    canvas.circle(sun, 46 if day else 62, lighter(color, 0.4))


def _moon(canvas: Canvas, palette: Palette, moon: Point) -> None:
    x, y = moon
    canvas.glow(moon, (420, 420), palette.mood.sky[-1], 0.75)
    canvas.glow(moon, (130, 130), CREAM, 0.35)
    canvas.circle(moon, 44, palette.mood.sun)
    spot = mix(palette.mood.sun, palette.mood.sky[-1], 0.28)
    for dx, dy, radius in ((-14, -8, 10), (12, 14, 8), (10, -18, 5), (-10, 18, 5)):
        canvas.circle((x + dx, y + dy), radius, spot)


def _stars(canvas: Canvas, rng: random.Random, horizon: float) -> None:
    for _ in range(130):
        height = horizon * 0.92 * rng.random() ** 1.4
        strength = rng.uniform(0.25, 0.95) * (1 - height / horizon)
        place = (rng.uniform(0, WIDTH), height)
        canvas.circle(place, rng.choice((1.1, 1.1, 1.5, 2.3)), CREAM, strength)


def cloud(canvas: Canvas, palette: Palette, rng: random.Random, place: Point) -> None:
    """Draw one flat-bottomed cloud, lit from above."""
    x, y = place
    size = rng.uniform(0.6, 1.25)
    width = rng.uniform(180, 330) * size
    shapes = [_lozenge(x, y, width, 30 * size)]
    for share in (-0.28, -0.02, 0.24):
        radius = rng.uniform(0.16, 0.26) * width * (1.15 if share == -0.02 else 0.8)
        center = (x + share * width, y - 10 * size)
        shapes.append(arc(center, (radius, radius * 0.8), 180, 360))
    shapes.append(_lozenge(x + width * 0.36, y + 14 * size, width * 0.6, 20 * size))
    behind = palette.mood.sky[1]
    white = lighter(palette.mood.sky[-1], 0.55)
    strength = NIGHT_CLOUD if palette.is_dark else 0.88
    top, base = mix(behind, white, strength), mix(behind, white, strength * 0.35)
    canvas.shade(shapes, (top, mix(top, base, 0.45), base))


def _lozenge(x: float, y: float, width: float, height: float) -> list[Point]:
    radius = height / 2
    left = arc((x - width / 2, y), (radius, radius), 90, 270)
    return left + arc((x + width / 2, y), (radius, radius), -90, 90)


def birds(
    canvas: Canvas, palette: Palette, rng: random.Random, around: Point, count: int = 6
) -> None:
    """Scatter a few distant birds around a point."""
    color = mix(palette.mood.sky[0], (30, 34, 66), 0.55)
    for _ in range(count):
        x = around[0] + rng.uniform(-190, 190)
        y = around[1] + rng.uniform(-60, 60)
        span = rng.uniform(8, 15)
        wings: Sequence[Point] = (
            *arc((x - span / 2, y), (span / 2, span * 0.34), 200, 345),
            *arc((x + span / 2, y), (span / 2, span * 0.34), 195, 340),
        )
        canvas.line(wings, 2.2, color)


def mist(
    canvas: Canvas, palette: Palette, box: tuple[float, float], alpha: float
) -> None:
    """Lay haze over a band between two heights, thickest in the middle."""
    top, bottom = box
    middle = (bottom - top) / 2
    canvas.veil((0, top, WIDTH, middle), palette.haze, (0, alpha))
    canvas.veil((0, top + middle, WIDTH, middle), palette.haze, (alpha, 0))
