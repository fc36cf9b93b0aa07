"""What a town is known by: church, town hall, lighthouse, mills, bridges, towers."""

import math

from cms.demo.pictures.canvas import Point
from cms.demo.pictures.palette import CREAM, INK, LAMP, Color, darker, lighter, mix, rgb
from cms.demo.pictures.shapes import arc, arch
from cms.demo.pictures.site import Site


def church(site: Site, foot: Point, height: float) -> None:
    """Build a church: a tower with a spire and a nave behind it."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    wall = mix(palette.wall(site.rng, site.depth), palette.tone(CREAM, site.depth), 0.6)
    roof = palette.roof(site.rng, site.depth)
    wide, tall = height * 0.17, height * 0.56
    nave = (x + wide, y - height * 0.26, height * 0.42, height * 0.26)
    canvas.rect(nave, darker(wall, 0.14))
    ridge = y - height * 0.42
    slope = [(x + wide * 0.8, ridge), (x + height * 0.54, ridge)]
    slope += [(x + height * 0.61, nave[1]), (x + wide * 0.8, nave[1])]
    site.roofed(slope, roof, rows=5 if height > 220 else 0)
    glass = palette.window(site.rng, site.depth)
    for index in range(3):
        left = nave[0] + nave[2] * (0.14 + 0.3 * index)
        canvas.polygon(
            arch(left, y - height * 0.05, nave[2] * 0.14, height * 0.15), glass
        )
    _spired_tower(site, foot, (wide, tall, height), (wall, roof))


def _spired_tower(
    site: Site,
    foot: Point,
    size: tuple[float, float, float],
    colors: tuple[Color, Color],
) -> None:
    (x, y), (wide, tall, height), (wall, roof) = foot, size, colors
    canvas = site.canvas
    canvas.rect((x, y - tall, wide, tall), wall)
    canvas.rect((x + wide * 0.66, y - tall, wide * 0.34, tall), darker(wall, 0.18))
    canvas.rect(
        (x - wide * 0.06, y - tall, wide * 1.12, wide * 0.09), lighter(wall, 0.3)
    )
    tip = (x + wide / 2, y - height)
    flare = y - tall - wide * 0.12
    canvas.polygon(
        [tip, (x - wide * 0.1, y - tall), (x + wide * 0.12, flare)], lighter(roof, 0.1)
    )
    canvas.polygon([tip, (x - wide * 0.1, y - tall), (x + wide * 1.1, y - tall)], roof)
    canvas.polygon(
        [tip, (x + wide * 0.62, y - tall), (x + wide * 1.1, y - tall)],
        darker(roof, 0.24),
    )
    gold = site.palette.tone(LAMP, site.depth)
    canvas.line([(tip[0], tip[1] - height * 0.05), tip], max(1.6, height * 0.007), gold)
    canvas.circle((tip[0], tip[1] - height * 0.05), max(1.6, height * 0.009), gold)
    clock(site, (x + wide / 2, y - tall + wide * 0.55), wide * 0.27)
    glass = site.palette.window(site.rng, site.depth)
    canvas.polygon(
        arch(x + wide * 0.36, y - tall * 0.42, wide * 0.28, tall * 0.2), glass
    )
    canvas.polygon(
        arch(x + wide * 0.28, y, wide * 0.44, tall * 0.19), darker(roof, 0.3)
    )


def clock(site: Site, center: Point, radius: float) -> None:
    """Hang a clock that shows ten past ten."""
    x, y = center
    ink = site.palette.tone(INK, site.depth)
    lit = site.palette.mood.lit > 0.3
    site.canvas.circle(center, radius * 1.18, site.palette.tone(LAMP, site.depth))
    face = mix(LAMP, CREAM, 0.7) if lit else site.palette.tone(CREAM, site.depth)
    site.canvas.circle(center, radius, face)
    for dx, dy in ((-0.42, -0.34), (0.56, -0.46)):
        hand = [(x, y), (x + dx * radius, y + dy * radius)]
        site.canvas.line(hand, max(1.2, radius * 0.13), ink)


def town_hall(site: Site, foot: Point, width: float) -> None:
    """Build a town hall with an arcade, a clock turret and flags."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    wall = mix(
        palette.wall(site.rng, site.depth), palette.tone(CREAM, site.depth), 0.35
    )
    roof, trim = palette.roof(site.rng, site.depth), palette.tone(CREAM, site.depth)
    height = width * 0.5
    turret = (x + width * 0.42, y - height * 1.8, width * 0.16, height * 0.9)
    _turret(site, turret, (wall, roof))
    slope = [
        (x + width * 0.07, y - height * 1.32),
        (x + width * 0.93, y - height * 1.32),
    ]
    site.roofed(
        [*slope, (x + width * 1.015, y - height), (x - width * 0.015, y - height)],
        roof,
        rows=7,
    )
    canvas.gradient((x, y - height, width, height), (lighter(wall, 0.14), wall))
    canvas.rect(
        (x + width * 0.97, y - height, width * 0.03, height), darker(wall, 0.3), 0.4
    )
    for level in (1.0, 0.5):
        canvas.rect(
            (x - width * 0.01, y - height * level, width * 1.02, height * 0.035), trim
        )
    site.windows(
        (x + width * 0.02, y - height * 0.95, width * 0.96, height * 0.44),
        (9, 1),
        share=(0.42, 0.74),
    )
    for index in range(9):
        left = x + width * (0.035 + index * 0.1056)
        canvas.polygon(arch(left - 3, y, width * 0.082 + 6, height * 0.42), trim)
        glow = mix(palette.window(site.rng, site.depth), darker(wall, 0.5), 0.35)
        canvas.polygon(arch(left, y, width * 0.082, height * 0.4), glow)
    _pediment(site, (x + width * 0.36, y - height), width * 0.28, (wall, trim))


def _turret(
    site: Site, box: tuple[float, float, float, float], colors: tuple[Color, Color]
) -> None:
    (x, y, width, height), (wall, roof), canvas = box, colors, site.canvas
    canvas.gradient(box, (lighter(wall, 0.2), wall))
    canvas.rect((x + width * 0.7, y, width * 0.3, height), darker(wall, 0.3), 0.4)
    clock(site, (x + width / 2, y + width * 0.42), width * 0.28)
    dome = arc((x + width / 2, y), (width * 0.56, width * 0.6), 180, 360)
    canvas.shade([dome], (lighter(roof, 0.2), roof))
    top = y - width * 0.6
    lantern = (x + width * 0.38, top - width * 0.2, width * 0.24, width * 0.24)
    canvas.rect(lantern, lighter(wall, 0.3))
    canvas.polygon(
        [
            (x + width * 0.32, lantern[1]),
            (x + width * 0.68, lantern[1]),
            (x + width / 2, lantern[1] - width * 0.34),
        ],
        roof,
    )
    flag(site, (x + width / 2, lantern[1] - width * 0.3), width * 0.7)


def _pediment(
    site: Site, place: Point, width: float, colors: tuple[Color, Color]
) -> None:
    (x, y), (wall, trim) = place, colors
    rise = width * 0.3
    site.canvas.polygon(
        [(x - 6, y + 3), (x + width / 2, y - rise - 6), (x + width + 6, y + 3)], trim
    )
    site.canvas.polygon(
        [(x + 5, y - 2), (x + width / 2, y - rise + 2), (x + width - 5, y - 2)], wall
    )
    site.canvas.circle((x + width / 2, y - rise * 0.36), rise * 0.2, trim)


def flag(site: Site, foot: Point, height: float) -> None:
    """Fly a flag of two colours."""
    x, y = foot
    site.canvas.line(
        [(x, y), (x, y - height)],
        max(1.8, height * 0.03),
        site.palette.tone(INK, site.depth),
    )
    accent = site.palette.tone(site.palette.family.accent, site.depth)
    for index, tone in enumerate((accent, site.palette.tone(CREAM, site.depth))):
        top = y - height + index * height * 0.17
        upper = [
            (x + height * 0.62 * s, top + math.sin(s * 6) * height * 0.04)
            for s in (0, 0.25, 0.5, 0.75, 1)
        ]
        lower = [(px, py + height * 0.18) for px, py in upper[::-1]]
        site.canvas.polygon(upper + lower, tone)


def lighthouse(site: Site, foot: Point, height: float) -> None:
    """Build a striped lighthouse with a lit lamp."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    cream = palette.tone(CREAM, site.depth)
    red = palette.tone(rgb("d4553f"), site.depth)
    low, high = height * 0.13, height * 0.075
    for index in range(6):
        start, end = index / 6, (index + 1) / 6
        wide = [low + (high - low) * s for s in (start, end)]
        levels = [y - height * 0.78 * s for s in (start, end)]
        band = [
            (x - wide[0], levels[0]),
            (x - wide[1], levels[1]),
            (x + wide[1], levels[1]),
            (x + wide[0], levels[0]),
        ]
        tone = red if index % 2 else cream
        canvas.polygon(band, tone)
        shade = [
            (x + wide[0] * 0.3, levels[0]),
            (x + wide[1] * 0.3, levels[1]),
            *band[2:],
        ]
        canvas.polygon(shade, darker(tone, 0.18))
    top = y - height * 0.78
    canvas.glow(
        (x, top - height * 0.07),
        (height * 0.5, height * 0.3),
        LAMP,
        0.5 + 0.4 * palette.mood.lit,
    )
    canvas.rect(
        (x - high * 1.35, top - height * 0.02, high * 2.7, height * 0.022),
        palette.tone(INK, site.depth),
    )
    canvas.rect(
        (x - high * 0.7, top - height * 0.12, high * 1.4, height * 0.1),
        mix(LAMP, CREAM, 0.5),
    )
    for bar in (-0.7, -0.05, 0.6):
        canvas.rect(
            (x + high * bar, top - height * 0.12, high * 0.1, height * 0.1),
            palette.tone(INK, site.depth),
        )
    canvas.polygon(
        arc((x, top - height * 0.115), (high, height * 0.075), 180, 360), red
    )
    canvas.circle((x, top - height * 0.2), height * 0.012, red)
