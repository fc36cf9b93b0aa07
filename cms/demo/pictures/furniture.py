"""What stands in rooms: windows with a view, tables, shelves, lamps and plants."""

from cms.demo.pictures.canvas import HEIGHT, WIDTH, Box, Point
from cms.demo.pictures.palette import (
    CREAM,
    INK,
    LAMP,
    Color,
    darker,
    lighter,
    mix,
    read_colors,
    rgb,
)
from cms.demo.pictures.shapes import arc, smooth
from cms.demo.pictures.site import Site
from cms.demo.pictures.street import WOOD

BOOKS = read_colors(
    "b8483a 2b6f7a e0a83e 3b4f7d 6f8f5a 8a5a7c d8c7a6 c9744c 2f3d5c",
)


def view_frame(
    site: Site, box: Box, *, wall: Color, panes: int, arched: bool = False
) -> None:
    """Build a wall around an opening, leaving what is drawn there as the view."""
    (x, y, width, height), canvas = box, site.canvas
    stops = (lighter(wall, 0.1), wall)
    canvas.gradient((0, 0, x, HEIGHT), stops)
    canvas.gradient((x + width, 0, WIDTH - x - width, HEIGHT), stops)
    canvas.rect((x - 1, 0, width + 2, y), stops[0])
    canvas.rect((x - 1, y + height, width + 2, HEIGHT - y - height), wall)
    frame = site.palette.tone(lighter(CREAM, 0.4))
    for index in range(panes + 1):
        canvas.rect((x - 7 + index * width / panes, y, 14, height), frame)
    canvas.rect((x, y + height * 0.34, width, 9), frame)
    canvas.rect((x - 34, y + height, width + 68, 22), frame)
    canvas.rect((x - 34, y + height + 18, width + 68, 7), darker(frame, 0.18))
    if arched:
        _spandrels(site, box, stops[0])
    else:
        canvas.rect((x - 12, y - 12, width + 24, 14), frame)
    for share in (0.12, 0.55):
        left = x + width * share
        sheen = [
            (left + 90, y + 4),
            (left + 170, y + 4),
            (left + 40, y + height),
            (left - 40, y + height),
        ]
        canvas.polygon(sheen, CREAM, 0.08)


def _spandrels(site: Site, box: Box, wall: Color) -> None:
    x, y, width, _ = box
    radius = width / 2
    curve = arc((x + radius, y + radius), (radius, radius), 180, 360)
    half = len(curve) // 2
    site.canvas.polygon(
        [(x - 8, y - 2), *curve[: half + 1][::-1], (x - 8, y + radius)], wall
    )
    right = x + width + 8
    site.canvas.polygon([(right, y - 2), *curve[half:], (right, y + radius)], wall)
    site.canvas.line(curve, 16, site.palette.tone(lighter(CREAM, 0.4)))


def table(site: Site, box: Box) -> None:
    """Set a long table seen from the front."""
    (x, y, width, height), canvas = box, site.canvas
    wood = site.palette.tone(lighter(WOOD, 0.16))
    for leg in (0.1, 0.86):
        left = x + width * leg
        low = min(1000, y + 230)
        canvas.polygon(
            [(left, y + 30), (left + 46, y + 30), (left + 34, low), (left + 12, low)],
            darker(wood, 0.36),
        )
    canvas.ellipse((x + width / 2, min(1000, y + 236)), (width * 0.5, 20), INK, 0.16)
    canvas.rect((x, y, width, height), lighter(wood, 0.18), radius=height / 2)
    canvas.rect(
        (x, y + height * 0.55, width, height * 0.45),
        darker(wood, 0.1),
        radius=height * 0.22,
    )


def laptop(site: Site, foot: Point, width: float) -> None:
    """Put down a laptop, seen from behind its lid."""
    (x, y), metal = foot, site.palette.tone(rgb("dfe3ea"))
    tall = width * 0.6
    lid = (x - width / 2, y - tall, width, tall)
    site.canvas.rect(lid, darker(metal, 0.05), radius=8)
    site.canvas.polygon(
        [
            (x - width * 0.1, y - tall),
            (x + width * 0.2, y - tall),
            (x - width * 0.1, y),
            (x - width * 0.4, y),
        ],
        CREAM,
        0.25,
    )
    site.canvas.circle((x, y - tall / 2), width * 0.06, darker(metal, 0.3))
    site.canvas.rect(
        (x - width * 0.56, y - 4, width * 1.12, 9), darker(metal, 0.22), radius=4
    )


def pendant(site: Site, end: Point, width: float) -> None:
    """Hang a lamp from the ceiling."""
    (x, y), canvas = end, site.canvas
    canvas.glow((x, y + 24), (width * 1.5, width * 1.2), LAMP, 0.4)
    canvas.rect((x - 2, 0, 4, y - width * 0.4), site.palette.tone(INK))
    shade = [
        (x - width / 2, y),
        *arc((x, y), (width / 2, width * 0.44), 180, 360),
        (x + width / 2, y),
    ]
    color = site.palette.tone(site.palette.family.accent)
    canvas.shade([shade], (lighter(color, 0.16), darker(color, 0.16)))
    canvas.ellipse((x, y), (width / 2, width * 0.06), mix(LAMP, CREAM, 0.5))


def potted(site: Site, foot: Point, height: float) -> None:
    """Set a large leafy plant in a pot."""
    (x, y), canvas, rng = foot, site.canvas, site.rng
    pot_tall, half = height * 0.26, height * 0.15
    canvas.ellipse((x + 10, y), (half * 1.5, 9), INK, 0.2)
    for index in range(9):
        lean = (index - 4) / 4
        tip = (
            x + lean * height * 0.42,
            y - height * (1.0 - 0.42 * abs(lean)) - rng.uniform(0, 24),
        )
        root = (x + lean * half * 0.5, y - pot_tall)
        bend = ((root[0] + tip[0]) / 2 + lean * 14, (root[1] + tip[1]) / 2 - 22)
        normal = height * 0.055
        leaf = smooth(
            [
                root,
                (bend[0] - normal, bend[1] + normal * lean),
                tip,
                (bend[0] + normal, bend[1] - normal * lean),
            ]
        )
        color = site.palette.leaf(rng)
        canvas.polygon(leaf, color)
        canvas.line([root, bend, tip], 2, lighter(color, 0.25))
    pot = site.palette.tone(site.palette.family.roofs[0])
    body = [
        (x - half, y - pot_tall),
        (x + half, y - pot_tall),
        (x + half * 0.7, y),
        (x - half * 0.7, y),
    ]
    canvas.shade([body], (lighter(pot, 0.14), darker(pot, 0.16)))
    canvas.rect(
        (x - half * 1.1, y - pot_tall - 6, half * 2.2, 20), lighter(pot, 0.2), radius=5
    )


def speech(site: Site, tip: Point, width: float) -> None:
    """Let somebody say something: a bubble whose tail ends at the tip."""
    (x, y), canvas = tip, site.canvas
    paper = site.palette.tone(lighter(CREAM, 0.6))
    box = (x - width * 0.4, y - width * 0.62, width, width * 0.46)
    canvas.rect((box[0] + 4, box[1] + 7, box[2], box[3]), INK, 0.12, radius=24)
    canvas.rect(box, paper, radius=24)
    canvas.polygon(
        [(x - 6, box[1] + box[3] - 4), (x + 26, box[1] + box[3] - 4), (x - 2, y - 2)],
        paper,
    )
    accent = site.palette.tone(site.palette.family.accent)
    if site.rng.random() < 0.5:
        for index in range(3):
            canvas.circle(
                (x + width * (-0.12 + 0.22 * index), box[1] + box[3] / 2),
                width * 0.055,
                accent,
            )
        return
    for row, share in ((0.34, 0.7), (0.6, 0.45)):
        canvas.rect(
            (box[0] + width * 0.14, box[1] + box[3] * row - 4, width * share, 8),
            accent,
            0.8,
            radius=4,
        )


def bookcase(site: Site, box: Box) -> None:
    """Build a bookcase and fill its shelves."""
    (x, y, width, height), canvas, palette = box, site.canvas, site.palette
    wood = palette.tone(darker(WOOD, 0.12))
    canvas.rect((x + width, y + 20, 26, height - 20), INK, 0.12)
    canvas.rect(box, wood)
    canvas.rect((x - 10, y - 18, width + 20, 24), lighter(wood, 0.14), radius=4)
    bays = max(1, round(width / 250))
    bay = width / bays
    for index in range(bays):
        for row in range(6):
            left, top = x + index * bay + 11, y + 16 + row * (height - 30) / 6
            cell = (left, top, bay - 22, (height - 30) / 6 - 14)
            canvas.gradient(cell, (darker(wood, 0.55), darker(wood, 0.36)))
            _books(site, cell)


def _books(site: Site, cell: Box) -> None:
    (x, y, width, height), rng = cell, site.rng
    at, end = x + 4, x + width - 6
    floor = y + height
    while at < end - 10:
        if rng.random() < 0.05:
            at += rng.uniform(20, 46)
            continue
        thick, tall = rng.uniform(10, 22), height * rng.uniform(0.62, 0.92)
        if at + thick > end:
            break
        color = site.palette.tone(rng.choice(BOOKS))
        site.canvas.rect((at, floor - tall, thick - 1.5, tall), color)
        if rng.random() < 0.6:
            band = lighter(color, 0.45)
            site.canvas.rect((at, floor - tall * 0.84, thick - 1.5, 3.5), band)
            site.canvas.rect((at, floor - tall * 0.2, thick - 1.5, 3.5), band)
        at += thick
