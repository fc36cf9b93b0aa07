"""Land, water and plants."""

import math
import random
from collections.abc import Sequence

from cms.demo.pictures.canvas import WIDTH, Canvas, Point
from cms.demo.pictures.palette import Color, Palette, darker, lighter, mix, rgb
from cms.demo.pictures.shapes import arc, blob, ground, height_at, ridge, smooth

TRUNK = rgb("7a5a48")


ROCK = rgb("8794ad")


def hill(
    canvas: Canvas, skyline: Sequence[Point], color: Color, base: Color | None = None
) -> None:
    """Fill the land below a skyline, lit along its crest."""
    foot = base if base is not None else darker(color, 0.16)
    canvas.shade([ground(skyline)], (lighter(color, 0.16), color, foot))


def far_hills(
    canvas: Canvas, palette: Palette, rng: random.Random, *, horizon: float, rise: float
) -> None:
    """Draw two hazy ranges behind everything."""
    for depth, lift in ((0.74, rise), (0.5, rise * 0.3)):
        color = palette.tone(mix(palette.family.land[2], ROCK, 0.5), depth)
        skyline = ridge(rng, horizon - lift, rise * 0.38, rng.choice((4, 5, 6)))
        hill(canvas, skyline, color, mix(color, palette.haze, 0.55))


def tree(
    canvas: Canvas,
    palette: Palette,
    rng: random.Random,
    foot: Point,
    height: float,
    *,
    kind: str = "",
    depth: float = 0.0,
) -> None:
    """Plant one tree; without a kind, one of the broad-leaved sorts."""
    kind = kind or rng.choice(("round", "round", "tall", "cluster"))
    color = palette.leaf(rng, depth)
    x, y = foot
    shade = palette.tone(rgb("24405a"), depth)
    canvas.ellipse((x + height * 0.1, y), (height * 0.26, height * 0.035), shade, 0.28)
    trunk = palette.tone(TRUNK, depth)
    if kind == "pine":
        canvas.rect(
            (x - height * 0.025, y - height * 0.2, height * 0.05, height * 0.2), trunk
        )
        _pine(canvas, foot, height, color)
        return
    canvas.polygon(_trunk(foot, height), trunk)
    crowns = {
        "round": ((0, 0.62, 0.33, 0.35),),
        "tall": ((0, 0.56, 0.17, 0.43),),
        "cluster": (
            (-0.2, 0.5, 0.22, 0.2),
            (0.2, 0.52, 0.22, 0.21),
            (0, 0.72, 0.27, 0.26),
        ),
    }[kind]
    for dx, up, rx, ry in crowns:
        center = (x + dx * height, y - up * height)
        _crown(canvas, rng, center, (rx * height, ry * height), color)


def _trunk(foot: Point, height: float) -> list[Point]:
    x, y = foot
    half, top = height * 0.035, y - height * 0.62
    fork = y - height * 0.3
    return [
        (x - half, y),
        (x - half * 0.5, top),
        (x + half * 0.5, top),
        (x + half * 0.55, fork),
        (x + half * 3.0, fork - height * 0.17),
        (x + half * 3.5, fork - height * 0.16),
        (x + half, fork + height * 0.08),
        (x + half, y),
    ]


def _crown(
    canvas: Canvas, rng: random.Random, center: Point, radii: Point, color: Color
) -> None:
    (x, y), (rx, ry) = center, radii
    canvas.polygon(_leafy(rng, center, radii), darker(color, 0.2))
    lit = (x - rx * 0.1, y - ry * 0.09)
    canvas.polygon(_leafy(rng, lit, (rx * 0.84, ry * 0.86)), color)
    high = (x - rx * 0.26, y - ry * 0.3)
    canvas.polygon(_leafy(rng, high, (rx * 0.5, ry * 0.48)), lighter(color, 0.13))
    if rx < 48:
        return
    for _ in range(int(rx / 5)):
        angle, reach = rng.random() * math.tau, rng.random() ** 0.6 * 0.86
        spot = (x + rx * reach * math.cos(angle), y + ry * reach * math.sin(angle))
        is_lit = math.cos(angle - 3.9) * reach > 0.1
        tone = lighter(color, 0.2) if is_lit else darker(color, 0.2)
        size = rx * rng.uniform(0.035, 0.06)
        canvas.polygon(arc(spot, (size * 1.5, size), 150, 345), tone)


def _leafy(rng: random.Random, center: Point, radii: Point) -> list[Point]:
    """Return a crown outline; a big one is scalloped, as if leaves made it up."""
    if radii[0] < 30:
        return blob(rng, center, radii)
    (x, y), (rx, ry) = center, radii
    bumps = 8 + int(rx / 26)
    size = math.pi / bumps * 1.16
    turn, points = rng.random() * math.tau, []
    for index in range(bumps):
        angle = turn + index * math.tau / bumps
        reach = rng.uniform(0.84, 0.95)
        spot = (x + rx * reach * math.cos(angle), y + ry * reach * math.sin(angle))
        facing = math.degrees(angle)
        points += arc(spot, (rx * size, ry * size), facing - 80, facing + 80)
    return points


def _pine(canvas: Canvas, foot: Point, height: float, color: Color) -> None:
    x, y = foot
    for level, (low, high, half) in enumerate(
        ((0.12, 0.56, 0.24), (0.34, 0.78, 0.19), (0.58, 1.0, 0.135))
    ):
        tip, base = y - height * high, y - height * low
        side, sag = height * half, height * 0.045
        edge = [(x - side, base), (x - side * 0.4, base + sag), (x, base + sag * 0.5)]
        tone = lighter(color, 0.05 * level)
        canvas.polygon([(x, tip), *edge], lighter(tone, 0.08))
        mirrored = [(2 * x - px, py) for px, py in edge]
        canvas.polygon([(x, tip), *mirrored], darker(tone, 0.18))


def grove(
    canvas: Canvas,
    palette: Palette,
    rng: random.Random,
    skyline: Sequence[Point],
    *,
    span: tuple[float, float],
    height: float,
    count: int = 8,
    kind: str = "",
    depth: float = 0.0,
) -> None:
    """Plant a loose group of trees along a skyline."""
    places = sorted(rng.uniform(*span) for _ in range(count))
    feet = [(x, height_at(skyline, x) + rng.uniform(2, height * 0.16)) for x in places]
    for foot in sorted(feet, key=lambda place: place[1]):
        tall = height * rng.uniform(0.7, 1.15)
        tree(canvas, palette, rng, foot, tall, kind=kind, depth=depth)


def bush(
    canvas: Canvas,
    palette: Palette,
    rng: random.Random,
    foot: Point,
    width: float,
    *,
    depth: float = 0.0,
) -> None:
    """Draw a low rounded bush standing on its foot."""
    x, y = foot
    color = palette.leaf(rng, depth)
    for share, size in ((-0.3, 0.26), (0.32, 0.24), (0.0, 0.34)):
        center, radius = (x + share * width, y), width * size
        canvas.polygon(
            arc(center, (radius, radius * 1.05), 180, 360), darker(color, 0.14)
        )
        lit = arc(
            (center[0] - radius * 0.12, y), (radius * 0.8, radius * 0.84), 180, 360
        )
        canvas.polygon(lit, color)


def meadow(
    canvas: Canvas, palette: Palette, rng: random.Random, top: float, *, count: int = 40
) -> None:
    """Scatter tufts of grass and flowers, larger towards the viewer."""
    flowers = [
        palette.tone(rgb(code)) for code in ("fff4dc", "f6c85f", "e98a7b", "b9a3e3")
    ]
    spots = sorted(top + (1000 - top) * rng.random() for _ in range(count))
    for y in spots:
        x, size = rng.uniform(0, WIDTH), 5 + 20 * (y - top) / (1000 - top)
        blade = mix(palette.leaf(rng), palette.land(0.9), 0.35)
        for lean in (-0.5, 0.05, 0.55):
            tip = (x + lean * size, y - size * (1.3 - abs(lean) * 0.6))
            root = ((x - size * 0.09, y), (x + size * 0.09, y))
            canvas.polygon([root[0], tip, root[1]], blade)
            if rng.random() < 0.35:
                canvas.circle(tip, size * 0.15, rng.choice(flowers))


def winding(start: Point, end: Point, *, swing: float, bends: int = 3) -> list[Point]:
    """Return the middle line of a path or river that winds towards the viewer."""
    points = []
    for index in range(bends * 2 + 1):
        share = index / (bends * 2)
        side = (0, 1, 0, -1)[index % 4] * swing * (0.25 + share)
        depth = share**1.5
        x = start[0] + (end[0] - start[0]) * share + side
        points.append((x, start[1] + (end[1] - start[1]) * depth))
    return smooth(points, closed=False, steps=10)
