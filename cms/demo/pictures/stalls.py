"""Market days: stalls with their produce, and bunting above them."""

import itertools

from cms.demo.pictures.buildings import awning
from cms.demo.pictures.canvas import Point
from cms.demo.pictures.faces import Person
from cms.demo.pictures.palette import CREAM, INK, LAMP, darker, lighter, rgb
from cms.demo.pictures.people import standing
from cms.demo.pictures.site import Site
from cms.demo.pictures.street import WOOD

PRODUCE = tuple(
    rgb(code) for code in ("e2664f", "f0b23e", "86a86b", "d98f6c", "7a4f7e", "c9d26a")
)


def stall(site: Site, foot: Point, width: float) -> None:
    """Set up a market stall with its keeper, its produce and a striped roof."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    wood = palette.tone(WOOD)
    height = width * 0.86
    canvas.ellipse((x + width / 2, y), (width * 0.6, width * 0.05), INK, 0.22)
    canvas.rect(
        (x + width * 0.04, y - height * 0.8, width * 0.92, height * 0.6),
        palette.tone(INK),
        0.28,
    )
    standing(
        canvas,
        Person.choose(palette, site.rng),
        (x + width * site.rng.uniform(0.35, 0.65), y - width * 0.06),
        width * 0.6,
    )
    for post in (0.03, 0.94):
        canvas.rect(
            (x + width * post, y - height * 0.86, width * 0.03, height * 0.86),
            darker(wood, 0.2),
        )
    canvas.rect((x, y - height * 0.36, width, height * 0.36), wood)
    for board in range(1, 5):
        canvas.rect(
            (x, y - height * 0.36 + board * height * 0.072, width, 2),
            darker(wood, 0.3),
            0.5,
        )
    _crates(site, (x, y - height * 0.36), width)
    awning(site, (x - width * 0.02, y - height * 1.04, width * 1.04, height * 0.26))
    if palette.mood.lit > 0.3:
        canvas.glow(
            (x + width / 2, y - height * 0.6), (width * 0.5, height * 0.4), LAMP, 0.4
        )


def _crates(site: Site, place: Point, width: float) -> None:
    (x, y), rng, palette = place, site.rng, site.palette
    size = width / 4
    for index, kind in enumerate(rng.sample(PRODUCE, 4)):
        left, fruit = x + index * size, palette.tone(kind)
        for row, count in ((1, 3), (0, 4)):
            for item in range(count):
                center = (
                    left + size * (0.16 + 0.115 * row + item * 0.225),
                    y - size * (0.1 + 0.17 * row),
                )
                site.canvas.circle(
                    center, size * 0.14, darker(fruit, 0.1 * ((item + row) % 2))
                )
                site.canvas.circle(
                    (center[0] - size * 0.04, center[1] - size * 0.05),
                    size * 0.045,
                    lighter(fruit, 0.4),
                )
        site.canvas.rect(
            (left + size * 0.03, y - size * 0.08, size * 0.94, size * 0.2),
            palette.tone(lighter(WOOD, 0.3)),
            radius=2,
        )


def bunting(site: Site, start: Point, end: Point, *, sag: float = 60) -> None:
    """String small flags between two points."""
    colors = [
        site.palette.tone(c)
        for c in (site.palette.family.accent, CREAM, rgb("e2664f"), rgb("f0b23e"))
    ]
    count = max(8, int(abs(end[0] - start[0]) / 42))
    rope: list[Point] = []
    for index in range(count + 1):
        share = index / count
        x = start[0] + (end[0] - start[0]) * share
        y = start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share)
        rope.append((x, y))
    site.canvas.line(rope, 2.2, site.palette.tone(INK))
    for index, ((ax, ay), (bx, by)) in enumerate(itertools.pairwise(rope)):
        gap = (bx - ax) * 0.14
        tip = ((ax + bx) / 2, (ay + by) / 2 + abs(bx - ax) * 0.85)
        site.canvas.polygon([(ax + gap, ay), (bx - gap, by), tip], colors[index % 4])
