"""What stands in streets: lamps, benches, stalls, parasols, trams, bunting."""

import math
from collections.abc import Sequence

from cms.demo.pictures.canvas import WIDTH, Point
from cms.demo.pictures.nature import bush
from cms.demo.pictures.palette import CREAM, INK, LAMP, Color, darker, lighter, mix, rgb
from cms.demo.pictures.shapes import arc, placed
from cms.demo.pictures.site import Site

WOOD = rgb("a5734c")


def lamp(site: Site, foot: Point, height: float) -> None:
    """Set a street lamp, glowing when the hour is late."""
    (x, y), ink = foot, site.palette.tone(INK, site.depth)
    top = y - height
    if site.palette.mood.lit > 0.3:
        site.canvas.glow((x, top), (height * 0.55, height * 0.5), LAMP, 0.65)
        site.canvas.glow((x, y), (height * 0.5, height * 0.1), LAMP, 0.4)
    site.canvas.line([(x, y), (x, top)], max(2, height * 0.022), ink)
    site.canvas.rect(
        (x - height * 0.03, y - height * 0.07, height * 0.06, height * 0.07),
        ink,
        radius=2,
    )
    glass = (
        mix(LAMP, CREAM, 0.5)
        if site.palette.mood.lit > 0.1
        else site.palette.tone(CREAM)
    )
    half = height * 0.045
    site.canvas.polygon(
        [
            (x - half, top - half * 2.2),
            (x + half, top - half * 2.2),
            (x + half * 0.6, top),
            (x - half * 0.6, top),
        ],
        glass,
    )
    site.canvas.polygon(
        [
            (x - half * 1.4, top - half * 2.2),
            (x, top - half * 3.6),
            (x + half * 1.4, top - half * 2.2),
        ],
        ink,
    )


def bench(site: Site, foot: Point, width: float) -> None:
    """Set a wooden bench seen from the front."""
    (x, y), wood = foot, site.palette.tone(WOOD)
    site.canvas.ellipse((x + width / 2, y), (width * 0.55, width * 0.05), INK, 0.22)
    for leg in (0.1, 0.84):
        site.canvas.rect(
            (x + width * leg, y - width * 0.44, width * 0.05, width * 0.44),
            site.palette.tone(INK),
        )
    for level, tone in ((0.46, 0.1), (0.34, 0.0), (0.2, 0.06)):
        plank = (x, y - width * level, width, width * 0.075)
        site.canvas.rect(plank, lighter(wood, tone), radius=3)


def parasol(site: Site, foot: Point, height: float) -> None:
    """Open a café parasol over a round table with two chairs."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    canvas.ellipse((x + height * 0.06, y), (height * 0.46, height * 0.05), INK, 0.2)
    cream = palette.tone(CREAM)
    color = palette.tone(
        site.rng.choice((palette.family.accent, *palette.family.roofs[:2]))
    )
    canvas.line([(x, y), (x, y - height)], height * 0.025, cream)
    board = (x - height * 0.2, y - height * 0.34, height * 0.4, height * 0.03)
    canvas.rect(board, cream, radius=4)
    for turn in (-1, 1):
        _chair(site, (x + turn * height * 0.3, y), turn * height)
    rim, half = y - height * 0.72, height * 0.1
    for index in range(5):
        middle = x + (index - 2) * height * 0.2
        tone = darker(cream if index % 2 else color, 0.05 * index)
        hem = arc((middle, rim), (half, height * 0.05), 180, 0)
        canvas.polygon([(x, y - height), *hem], tone)


def _chair(site: Site, foot: Point, height: float) -> None:
    """Set a chair; a negative height turns it round, not upside down."""
    tall, ink = abs(height), site.palette.tone(INK)
    x, y = foot
    seat = (x - tall * 0.08, y - tall * 0.2, tall * 0.16, tall * 0.03)
    site.canvas.rect(seat, ink, radius=2)
    for leg in (((0.08, -0.42), (0.07, 0)), ((-0.06, -0.2), (-0.07, 0))):
        site.canvas.line(placed(foot, (height, tall), leg), tall * 0.018, ink)


def paving(site: Site, top: float, color: Color, *, vanish: Point) -> None:
    """Lay paving that runs towards a vanishing point."""
    canvas = site.canvas
    canvas.gradient(
        (0, top, WIDTH, 1001 - top), (lighter(color, 0.12), color, darker(color, 0.1))
    )
    joint = darker(color, 0.18)
    for index in range(-14, 15):
        low = vanish[0] + index * 210
        share = (top - vanish[1]) / (1000 - vanish[1])
        canvas.line(
            [(vanish[0] + (low - vanish[0]) * share, top), (low, 1000)], 2, joint, 0.5
        )
    for row in range(1, 9):
        y = top + (1000 - top) * (row / 9) ** 1.7
        canvas.line([(0, y), (WIDTH, y)], 1 + row * 0.25, joint, 0.5)


def planter(site: Site, foot: Point, width: float) -> None:
    """Set a wooden tub with a round plant."""
    (x, y) = foot
    bush(site.canvas, site.palette, site.rng, (x, y - width * 0.5), width * 1.2)
    tub = site.palette.tone(WOOD)
    site.canvas.shade(
        [
            [
                (x - width * 0.5, y - width * 0.55),
                (x + width * 0.5, y - width * 0.55),
                (x + width * 0.4, y),
                (x - width * 0.4, y),
            ]
        ],
        (lighter(tub, 0.1), darker(tub, 0.2)),
    )


def fountain(site: Site, foot: Point, width: float) -> None:
    """Build a round fountain with jets of water."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    stone = palette.tone(rgb("d9d3c8"))
    canvas.ellipse((x + width * 0.05, y), (width * 0.56, width * 0.08), INK, 0.2)
    canvas.shade(
        [
            [
                (x - width / 2, y - width * 0.16),
                (x + width / 2, y - width * 0.16),
                *arc((x, y - width * 0.03), (width * 0.46, width * 0.07), 0, 180),
            ]
        ],
        (stone, darker(stone, 0.22)),
    )
    canvas.ellipse(
        (x, y - width * 0.16), (width * 0.5, width * 0.085), lighter(stone, 0.3)
    )
    pool = palette.tone(palette.family.water)
    canvas.ellipse((x, y - width * 0.16), (width * 0.44, width * 0.065), pool)
    canvas.rect((x - width * 0.045, y - width * 0.5, width * 0.09, width * 0.36), stone)
    canvas.polygon(
        [*arc((x, y - width * 0.5), (width * 0.2, width * 0.1), 0, 180)],
        darker(stone, 0.1),
    )
    canvas.ellipse(
        (x, y - width * 0.5), (width * 0.2, width * 0.03), lighter(stone, 0.3)
    )
    spray: Sequence[float] = (-0.36, -0.22, 0.22, 0.36)
    for reach in spray:
        jet = [
            (
                x + reach * width * s,
                y
                - width
                * (0.5 + 0.26 * math.sin(math.pi * (0.2 + 0.8 * s)) - 0.35 * s * s),
            )
            for s in (0, 0.2, 0.4, 0.6, 0.8, 1)
        ]
        canvas.line(jet, max(2, width * 0.012), lighter(pool, 0.7), 0.8)
