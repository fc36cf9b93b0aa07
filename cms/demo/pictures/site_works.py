"""A building site: the shell of a house, scaffolding, a crane and a digger."""

from cms.demo.pictures.canvas import Box, Point
from cms.demo.pictures.palette import CREAM, INK, darker, lighter, rgb
from cms.demo.pictures.shapes import placed, smooth
from cms.demo.pictures.site import Site

STEEL = rgb("f0b23e")
# Body, cab, pane, arm and bucket, in shares of the digger's size.
DIGGER = (
    ((-0.3, -0.24), (-0.3, -0.42), (0.42, -0.44), (0.44, -0.24)),
    ((-0.28, -0.4), (-0.22, -0.74), (0.06, -0.74), (0.08, -0.4)),
    ((-0.23, -0.43), (-0.18, -0.69), (0.02, -0.69), (0.03, -0.43)),
    ((-0.26, -0.36), (-0.58, -0.86), (-0.86, -0.42)),
    ((-0.92, -0.42), (-0.76, -0.4), (-0.72, -0.22), (-0.88, -0.2)),
)


def shell(site: Site, box: Box) -> None:
    """Build a house that is finished below and open to the sky above."""
    (x, y, width, height), canvas, palette = box, site.canvas, site.palette
    concrete, wall = palette.tone(rgb("cfcac2")), palette.wall(site.rng)
    floors = 3
    tall = height / floors
    for floor in range(floors):
        top = y + floor * tall
        if floor == 0:
            canvas.rect(
                (x + 16, top + 16, width - 32, tall - 16),
                darker(palette.tone(rgb("8a8f9e")), 0.2),
                0.5,
            )
            for column in range(6):
                left = x + column * (width - 24) / 5
                canvas.rect((left, top, 24, tall), concrete)
                canvas.rect((left + 16, top, 8, tall), darker(concrete, 0.2))
        else:
            canvas.gradient((x, top, width, tall), (lighter(wall, 0.12), wall))
            site.windows(
                (x + 10, top + 14, width - 20, tall - 20), (5, 1), share=(0.46, 0.7)
            )
        canvas.rect((x - 6, top - 8, width + 12, 20), lighter(concrete, 0.15))
        canvas.rect((x - 6, top + 8, width + 12, 5), darker(concrete, 0.25))
    for column in range(12):
        left = x + 10 + column * (width - 24) / 11
        canvas.line([(left, y - 8), (left, y - 44)], 3, palette.tone(rgb("9a5a44")))
    _trusses(site, (x + width * 0.45, y - 8, width * 0.55, 130))


def _trusses(site: Site, box: Box) -> None:
    x, y, width, height = box
    wood = site.palette.tone(rgb("d9a066"))
    for step in range(3):
        left, right = x + step * 34, x + width - 68 + step * 34
        peak = ((left + right) / 2, y - height)
        site.canvas.line(
            [(left, y), peak, (right, y)], 9, darker(wood, 0.1 * (2 - step))
        )
        for share in (0.25, 0.5, 0.75):
            foot = left + (right - left) * share
            head = y - height * (1 - abs(share - 0.5) * 2)
            site.canvas.line([(foot, y), (foot, head)], 5, darker(wood, 0.12))
    middle = (x + x + width - 68) / 2
    site.canvas.line([(middle, y - height), (middle + 68, y - height)], 9, wood)


def scaffold(site: Site, box: Box) -> None:
    """Put scaffolding in front of a house: poles, braces, planks and rails."""
    (x, y, width, height), canvas = box, site.canvas
    pole = site.palette.tone(rgb("6f7c91"))
    plank = site.palette.tone(rgb("d9a066"))
    left, right = x - 46, x + width + 46
    for level in range(3):
        deck = y + (level + 1) * height / 3
        if level < 2:
            canvas.rect((left - 10, deck, right - left + 20, 11), plank)
            canvas.rect((left - 10, deck + 8, right - left + 20, 4), darker(plank, 0.3))
        canvas.rect((left, deck - 56, right - left, 4), pole)
    count = 7
    gap = (right - left) / (count - 1)
    for index in range(count):
        canvas.rect((left + index * gap - 3, y - 50, 6, height + 60), pole)
    for index, level in ((0, 0), (0, 2), (5, 1), (5, 2), (2, 2)):
        low, high = y + (level + 1) * height / 3, y + level * height / 3
        canvas.line(
            [(left + index * gap, low), (left + (index + 1) * gap, high)], 4, pole
        )


def crane(site: Site, foot: Point, height: float) -> None:
    """Raise a tower crane with a load on its hook."""
    (x, y), canvas = foot, site.canvas
    steel, ink = (
        site.palette.tone(STEEL, site.depth),
        site.palette.tone(INK, site.depth),
    )
    top, half = y - height, 15
    for side in (-half, half):
        canvas.line([(x + side, y), (x + side, top)], 5, steel)
    cells = 16
    for cell in range(cells):
        low, high = y - cell * height / cells, y - (cell + 1) * height / cells
        side = half if cell % 2 else -half
        canvas.line([(x - side, low), (x + side, high)], 3, steel)
    reach, tail = x - 640, x + 210
    for level in (0, -24):
        canvas.line(
            [(reach if level == 0 else reach + 60, top + level), (tail, top + level)],
            4.5,
            steel,
        )
    for index in range(34):
        at = reach + 30 + index * 25
        if at < tail - 20:
            canvas.line([(at, top), (at + 12, top - 24), (at + 25, top)], 2.4, steel)
    canvas.line(
        [(reach + 120, top - 24), (x, top - 110), (tail - 20, top - 24)], 2.6, ink
    )
    canvas.polygon([(x - 12, top - 20), (x, top - 114), (x + 12, top - 20)], steel)
    canvas.rect((tail - 56, top - 4, 60, 50), ink, radius=4)
    canvas.rect(
        (x - 20, top + 4, 46, 46), site.palette.tone(CREAM, site.depth), radius=5
    )
    canvas.rect((x - 16, top + 10, 22, 22), site.palette.window(site.rng, site.depth))
    hook = reach + site.rng.uniform(130, 260)
    canvas.line([(hook, top), (hook, top + 150)], 2.4, ink)
    load = site.palette.tone(rgb("d9a066"), site.depth)
    canvas.line(
        [(hook - 50, top + 190), (hook, top + 150), (hook + 50, top + 190)], 2.4, ink
    )
    for row in range(2):
        canvas.rect(
            (hook - 64, top + 190 + row * 15, 128, 12),
            darker(load, 0.12 * row),
            radius=2,
        )


def digger(site: Site, foot: Point, size: float) -> None:
    """Park an excavator, its arm to the left."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    paint, ink = palette.tone(STEEL), palette.tone(INK)
    canvas.ellipse(foot, (size * 0.56, size * 0.06), INK, 0.3)
    track = (x - size * 0.4, y - size * 0.2, size * 0.8, size * 0.2)
    canvas.rect(track, ink, radius=size * 0.1)
    for wheel in (-0.28, -0.09, 0.1, 0.29):
        hub = (x + size * wheel, y - size * 0.1)
        canvas.circle(hub, size * 0.06, lighter(ink, 0.3))
    body, cab, pane, arm, bucket = (placed(foot, (size, size), p) for p in DIGGER)
    canvas.shade([body], (lighter(paint, 0.14), darker(paint, 0.16)))
    canvas.polygon(cab, paint)
    canvas.polygon(pane, palette.tone(rgb("a9cbd4")))
    canvas.line(arm, size * 0.085, darker(paint, 0.08))
    for joint in arm:
        canvas.circle(joint, size * 0.05, ink)
    canvas.polygon(smooth(bucket, steps=4), ink)
