"""Mills: old ones with sails, new ones with blades."""

import math
from collections.abc import Sequence

from cms.demo.pictures.canvas import Point
from cms.demo.pictures.palette import CREAM, Color, darker, lighter, rgb
from cms.demo.pictures.shapes import arc
from cms.demo.pictures.site import Site


def windmill(site: Site, foot: Point, height: float) -> None:
    """Build an old mill with four lattice sails."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    wall, roof = (
        palette.tone(lighter(CREAM, 0.2), site.depth),
        palette.roof(site.rng, site.depth),
    )
    low, high, top = height * 0.17, height * 0.1, y - height * 0.56
    canvas.polygon([(x - low, y), (x - high, top), (x + high, top), (x + low, y)], wall)
    canvas.polygon(
        [(x + low * 0.25, y), (x + high * 0.25, top), (x + high, top), (x + low, y)],
        darker(wall, 0.18),
    )
    canvas.polygon(
        [(x - high * 1.1, top), *arc((x, top), (high * 1.1, height * 0.13), 180, 360)],
        roof,
    )
    site.door(x - low * 0.3, y, low * 0.6, height * 0.15)
    site.window((x - low * 0.2, y - height * 0.36, low * 0.34, low * 0.42))
    hub = (x - high * 0.1, top - height * 0.04)
    turn = site.rng.uniform(0.2, 1.2)
    ink = palette.tone(darker(rgb("7a5a48"), 0.3), site.depth)
    for quarter in range(4):
        angle = turn + quarter * math.pi / 2
        _sail(site, hub, (angle, height * 0.46), ink)
    canvas.circle(hub, height * 0.022, ink)


def _sail(site: Site, hub: Point, reach: tuple[float, float], ink: Color) -> None:
    angle, length = reach
    along, across = (
        (math.cos(angle), math.sin(angle)),
        (-math.sin(angle), math.cos(angle)),
    )

    def at(out: float, side: float) -> Point:
        return (
            hub[0] + along[0] * out * length + across[0] * side * length,
            hub[1] + along[1] * out * length + across[1] * side * length,
        )

    cloth = site.palette.tone(CREAM, site.depth)
    site.canvas.polygon([at(0.2, 0), at(1, 0), at(1, 0.2), at(0.2, 0.2)], cloth, 0.9)
    thin = max(1.4, length * 0.014)
    for step in range(6):
        out = 0.2 + step * 0.16
        site.canvas.line([at(out, 0), at(out, 0.2)], thin, ink)
    for side in (0.1, 0.2):
        site.canvas.line([at(0.2, side), at(1, side)], thin, ink)
    site.canvas.line([hub, at(1, 0)], thin * 2, ink)


def turbine(site: Site, foot: Point, height: float) -> None:
    """Raise a white wind turbine with three slim blades."""
    (x, y), canvas = foot, site.canvas
    white = site.palette.tone(rgb("fdfcf8"), site.depth)
    half, hub = height * 0.014, (x, y - height)
    canvas.polygon(
        [
            (x - half, y),
            (x - half * 0.5, hub[1]),
            (x + half * 0.5, hub[1]),
            (x + half, y),
        ],
        white,
    )
    canvas.polygon(
        [(x + half * 0.2, y), (x, hub[1]), (x + half * 0.5, hub[1]), (x + half, y)],
        darker(white, 0.2),
    )
    turn = site.rng.random() * math.tau
    for blade in range(3):
        angle = turn + blade * math.tau / 3
        along, across = (
            (math.cos(angle), math.sin(angle)),
            (-math.sin(angle), math.cos(angle)),
        )
        shape: Sequence[Point] = [
            (
                hub[0] + height * (along[0] * out + across[0] * side),
                hub[1] + height * (along[1] * out + across[1] * side),
            )
            for out, side in (
                (0, -0.008),
                (0.1, -0.024),
                (0.56, -0.003),
                (0.56, 0.002),
                (0.08, 0.009),
                (0, 0.008),
            )
        ]
        canvas.polygon(shape, white)
    canvas.circle(hub, height * 0.018, darker(white, 0.12))
