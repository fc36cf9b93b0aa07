"""Open water, its reflections, and the boats on it."""

import random

from cms.demo.pictures.canvas import WIDTH, Canvas, Point
from cms.demo.pictures.palette import CREAM, INK, Color, Palette, darker, lighter, mix
from cms.demo.pictures.shapes import smooth


def water(
    canvas: Canvas,
    palette: Palette,
    rng: random.Random,
    *,
    line: float,
    sun: Point | None = None,
    mirror: float = 260,
    bottom: float = 1000,
) -> None:
    """Fill from a waterline down, mirroring what has already been drawn above it."""
    near = palette.tone(darker(palette.family.water, 0.22))
    far = mix(palette.tone(palette.family.water), palette.haze, 0.45)
    canvas.gradient((0, line, WIDTH, bottom - line), (far, mix(far, near, 0.6), near))
    if mirror:
        canvas.reflect(line, min(mirror, bottom - line), far, 0.42)
        start = line + min(mirror, bottom - line) * 0.05
        deep = min(line + mirror, bottom) - start
        middle = mix(far, near, min(1.0, 0.25 + deep / (bottom - line) * 0.5))
        canvas.veil((0, start, WIDTH, deep + 1), middle, (0.0, 1.0))
    if sun:
        _glitter(canvas, palette, rng, (sun[0], line, bottom))
    ripples(canvas, palette, rng, line=line, bottom=bottom)


def _glitter(
    canvas: Canvas,
    palette: Palette,
    rng: random.Random,
    column: tuple[float, float, float],
) -> None:
    x, line, bottom = column
    for index in range(34):
        share = index / 34
        y = line + 6 + (bottom - line) * share**1.3
        half = rng.uniform(12, 46) * (0.6 + share)
        left = x + rng.uniform(-30, 30) * (0.6 + share) - half
        box = (left, y, half * 2, 2.5 + 4 * share)
        canvas.rect(box, palette.mood.sun, 0.62 - 0.5 * share, radius=4)


def ripples(
    canvas: Canvas, palette: Palette, rng: random.Random, *, line: float, bottom: float
) -> None:
    """Draw level strokes of light and shade that grow towards the viewer."""
    light = lighter(palette.mood.sky[-1], 0.3)
    for _ in range(70):
        share = rng.random() ** 0.8
        y = line + 8 + (bottom - line - 8) * share
        width = rng.uniform(24, 90) * (0.35 + share * 1.3)
        tone = light if rng.random() < 0.7 else INK
        strength = rng.uniform(0.1, 0.3) if tone is light else 0.1
        box = (rng.uniform(-60, WIDTH), y, width, 1.6 + 3.4 * share)
        canvas.rect(box, tone, strength, radius=3)


def _wake(canvas: Canvas, palette: Palette, place: Point, half: float) -> None:
    x, y = place
    canvas.ellipse((x, y + half * 0.06), (half * 1.15, half * 0.1), INK, 0.2)
    light = lighter(palette.mood.sky[-1], 0.4)
    canvas.rect((x - half * 1.2, y, half * 2.4, 3), light, 0.55, radius=2)


def sailboat(
    canvas: Canvas, palette: Palette, rng: random.Random, place: Point, size: float
) -> None:
    """Draw a small yacht under sail, its hull on the water at the place given."""
    x, y = place
    hull = palette.tone(rng.choice((palette.family.accent, *palette.family.roofs)))
    _wake(canvas, palette, place, size * 0.5)
    mast = x - size * 0.04
    canvas.line(
        [(mast, y - size * 1.42), (mast, y - size * 0.1)],
        size * 0.025,
        palette.tone(INK),
    )
    cream = palette.tone(CREAM)
    main = [
        (mast + 5, y - size * 1.38),
        (mast + size * 0.5, y - size * 0.3),
        (mast + 5, y - size * 0.26),
    ]
    canvas.polygon([main[0], (mast + size * 0.34, y - size * 0.78), *main[1:]], cream)
    jib = [
        (mast - 5, y - size * 1.24),
        (mast - 5, y - size * 0.26),
        (mast - size * 0.4, y - size * 0.24),
    ]
    sail = mix(palette.tone(palette.family.accent), cream, 0.3)
    canvas.polygon([jib[0], *jib[1:], (mast - size * 0.2, y - size * 0.66)], sail)
    _hull(canvas, place, size, (hull, cream))


def _hull(
    canvas: Canvas, place: Point, size: float, colors: tuple[Color, Color]
) -> None:
    x, y = place
    hull, stripe = colors
    half, deck = size * 0.5, y - size * 0.17
    bow = smooth(
        [
            (x + half * 1.05, deck - size * 0.03),
            (x + half * 0.86, y - size * 0.05),
            (x + half * 0.6, y),
        ],
        closed=False,
    )
    outline = [(x - half, deck), *bow, (x - half * 0.78, y)]
    canvas.shade([outline], (lighter(hull, 0.1), darker(hull, 0.25)))
    canvas.polygon(
        [
            (x - half, deck),
            (x + half * 1.05, deck - size * 0.03),
            (x + half, deck + size * 0.02),
            (x - half * 0.96, deck + size * 0.04),
        ],
        stripe,
    )


def fishing_boat(
    canvas: Canvas, palette: Palette, rng: random.Random, place: Point, size: float
) -> None:
    """Draw a working boat with a wheelhouse, a mast and a line of buoys."""
    x, y = place
    _wake(canvas, palette, place, size * 0.5)
    cream, ink = palette.tone(CREAM), palette.tone(INK)
    cabin = (x - size * 0.26, y - size * 0.48, size * 0.28, size * 0.34)
    canvas.rect(cabin, cream, radius=size * 0.02)
    canvas.rect(
        (cabin[0] + size * 0.19, cabin[1], size * 0.09, cabin[3]), darker(cream, 0.14)
    )
    roof = palette.roof(rng)
    canvas.rect(
        (cabin[0] - size * 0.02, cabin[1] - size * 0.04, size * 0.33, size * 0.05),
        roof,
        radius=size * 0.02,
    )
    for offset in (0.03, 0.15):
        pane = (
            cabin[0] + size * offset,
            cabin[1] + size * 0.06,
            size * 0.09,
            size * 0.1,
        )
        canvas.rect(pane, palette.window(rng), radius=size * 0.01)
    mast = (x + size * 0.1, y - size * 0.78)
    canvas.line([mast, (mast[0], y - size * 0.15)], size * 0.02, ink)
    canvas.line([mast, (x + size * 0.48, y - size * 0.2)], size * 0.008, ink)
    canvas.line([mast, (x - size * 0.44, y - size * 0.18)], size * 0.008, ink)
    hull = palette.tone(rng.choice((palette.family.accent, *palette.family.walls[:1])))
    _hull(canvas, place, size, (hull, cream))
    for index in range(4):
        buoy = (x - size * 0.3 + index * size * 0.17, y - size * 0.1)
        canvas.circle(
            buoy, size * 0.026, lighter(palette.tone(palette.family.roofs[0]), 0.2)
        )
