"""Bridges: arches of stone and cables from tall pylons."""

from collections.abc import Sequence

from cms.demo.pictures.canvas import Point
from cms.demo.pictures.faces import Person
from cms.demo.pictures.palette import CREAM, INK, LAMP, Color, darker, lighter, mix, rgb
from cms.demo.pictures.people import standing
from cms.demo.pictures.shapes import arc
from cms.demo.pictures.site import Site


def arched_bridge(site: Site, *, deck: float, line: float, spans: int) -> None:
    """Build a stone bridge across the picture, down to the waterline."""
    canvas, palette = site.canvas, site.palette
    stone = palette.tone(
        mix(rgb("d6bf9c"), site.rng.choice(palette.family.walls), 0.25)
    )
    width, pier = 1640 / spans, 60
    for index in range(spans + 1):
        _pier(site, (index * width - 20, line), (pier, line - deck), stone)
    for index in range(spans):
        left = index * width - 20 + pier / 2
        _arch_wall(site, (left, deck), (width - pier, line - deck), stone)
    hump = [(x, deck - 26 * (1 - ((x - 800) / 860) ** 2)) for x in range(-20, 1641, 40)]
    canvas.polygon([*hump, (1640, deck + 8), (-20, deck + 8)], stone)
    rail = [(x, y - 22) for x, y in hump]
    for x, y in hump[::1]:
        canvas.rect((x, y - 22, 9, 24), darker(stone, 0.2))
    canvas.line(rail, 9, lighter(stone, 0.25))
    canvas.line(hump, 5, darker(stone, 0.25))
    for index in range(5):
        place = 150 + index * 320 + site.rng.uniform(-70, 70)
        level = deck - 26 * (1 - ((place - 800) / 860) ** 2)
        person = Person.choose(palette, site.rng)
        side = site.rng.choice((-1, 1))
        standing(canvas, person, (place, level + 6), 78, side=side, pose="walk")
    canvas.line([(x, y + 2) for x, y in rail], 12, lighter(stone, 0.25))
    _lanterns(site, hump)


def _pier(site: Site, foot: Point, size: Point, stone: Color) -> None:
    (x, line), (width, tall) = foot, size
    left, top = x - width / 2, line - tall
    site.canvas.gradient((left, top, width, tall), (stone, darker(stone, 0.18)))
    nose = [
        (left - 14, line),
        (left - 8, top + tall * 0.45),
        (x, top + tall * 0.36),
        (x + width / 2 + 8, top + tall * 0.45),
        (x + width / 2 + 14, line),
    ]
    site.canvas.polygon(nose, darker(stone, 0.07))
    site.canvas.polygon([nose[2], nose[3], nose[4], (x, line)], darker(stone, 0.22))


def _arch_wall(site: Site, place: Point, size: Point, stone: Color) -> None:
    (x, deck), (width, tall) = place, size
    curve = arc((x + width / 2, deck + tall), (width / 2, tall * 0.82), 180, 360)
    wall = [
        (x - 2, deck),
        (x - 2, deck + tall),
        *curve,
        (x + width + 2, deck + tall),
        (x + width + 2, deck),
    ]
    site.canvas.shade([wall], (stone, darker(stone, 0.16)))
    # The vault shows behind the wall as a band of shade along its right side.
    inner = arc((x + width / 2 - 26, deck + tall), (width / 2, tall * 0.82), 290, 360)
    outer = arc((x + width / 2, deck + tall), (width / 2, tall * 0.82), 360, 290)
    site.canvas.polygon([*inner, *outer], darker(stone, 0.42))
    site.canvas.line(curve, 12, lighter(stone, 0.16))
    for index in range(4, len(curve) - 4, 2):
        site.canvas.circle(curve[index], 2.6, darker(stone, 0.15))


def _lanterns(site: Site, hump: Sequence[Point]) -> None:
    ink = site.palette.tone(INK)
    for x, y in hump[3::7]:
        if site.palette.mood.lit > 0.3:
            site.canvas.glow((x, y - 92), (60, 60), LAMP, 0.7)
        site.canvas.line([(x, y - 20), (x, y - 84)], 4, ink)
        site.canvas.circle((x, y - 90), 8, mix(LAMP, CREAM, 0.5))


def hanging_bridge(site: Site, *, deck: float, line: float) -> None:
    """Build a cable-stayed bridge with two pylons."""
    canvas, palette = site.canvas, site.palette
    white = palette.tone(lighter(CREAM, 0.3))
    shift = site.rng.uniform(-120, 120)
    height = site.rng.uniform(300, 370)
    for x in (430 + shift, 1170 + shift):
        top = deck - height
        for step in range(1, 9):
            for side in (-1, 1):
                anchor = (x + side * step * 44, deck)
                canvas.line([(x, top + 14 + step * 15), anchor], 2, white, 0.85)
        _pylon(site, (x, line + 6), (top, deck), white)
    steel = darker(white, 0.24)
    canvas.gradient((-10, deck - 6, 1620, 30), (white, steel))
    canvas.rect((-10, deck + 20, 1620, 8), darker(steel, 0.3))
    canvas.rect((-10, deck - 26, 1620, 4), white)
    for x in range(0, 1600, 26):
        canvas.rect((x, deck - 26, 2.4, 22), white)
    _traffic(site, deck - 5)


def _pylon(site: Site, foot: Point, levels: tuple[float, float], white: Color) -> None:
    (x, line), (top, deck) = foot, levels
    shade = darker(white, 0.2)
    for side in (-1, 1):
        leg = [
            (x + side * 3, top),
            (x + side * 12, top),
            (x + side * 44, line),
            (x + side * 26, line),
        ]
        site.canvas.polygon(leg, white if side < 0 else shade)
    site.canvas.rect((x - 12, top, 24, (deck - top) * 0.34), white)
    site.canvas.rect((x + 3, top, 9, (deck - top) * 0.34), shade)
    site.canvas.rect((x - 40, line - 18, 80, 20), darker(white, 0.3), radius=5)


def _traffic(site: Site, level: float) -> None:
    colors = (site.palette.family.accent, rgb("e2664f"), CREAM, rgb("f0b23e"))
    for index in range(6):
        x = 80 + index * 270 + site.rng.uniform(-70, 70)
        body = site.palette.tone(site.rng.choice(colors))
        bus = site.rng.random() < 0.3
        length, tall = (104, 34) if bus else (56, 15)
        site.canvas.rect((x, level - tall - 4, length, tall), body, radius=6)
        glass = site.palette.window(site.rng)
        cabin = (
            (x + 8, level - 30, length - 16, 13)
            if bus
            else (x + 12, level - 30, 30, 14)
        )
        site.canvas.rect(cabin, glass, radius=5)
        for wheel in (0.2, 0.8):
            site.canvas.circle((x + length * wheel, level - 4), 6, INK)
