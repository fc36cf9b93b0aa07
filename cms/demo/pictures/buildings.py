"""Houses, façades, churches and towers. Their right sides lie in shade."""

from cms.demo.pictures.canvas import Box, Point
from cms.demo.pictures.palette import CREAM, INK, LAMP, Color, darker, lighter, mix
from cms.demo.pictures.shapes import arc
from cms.demo.pictures.site import Site


def chimney(site: Site, foot: Point, size: float, color: Color) -> None:
    """Put a chimney on a roof, its foot hidden by being drawn first."""
    x, y = foot
    site.canvas.rect((x, y - size * 1.5, size * 0.62, size * 1.5), color)
    site.canvas.rect(
        (x + size * 0.4, y - size * 1.5, size * 0.22, size * 1.5), darker(color, 0.2)
    )
    site.canvas.rect(
        (x - size * 0.1, y - size * 1.6, size * 0.82, size * 0.2), darker(color, 0.35)
    )


def cottage(
    site: Site, foot: Point, width: float, *, wall: Color | None = None
) -> None:
    """Build a house seen from its corner: a gable on the left, a long side behind."""
    x, y = foot
    palette, rng, canvas = site.palette, site.rng, site.canvas
    color = wall or palette.wall(rng, site.depth)
    roof = palette.roof(rng, site.depth)
    gable, height = width * 0.44, width * rng.uniform(0.36, 0.46)
    peak = gable * rng.uniform(0.62, 0.8)
    side = (x + gable, y - height, width - gable, height)
    chimney(
        site,
        (x + width * 0.72, y - height - peak * 0.72),
        width * 0.08,
        palette.tone(CREAM, site.depth),
    )
    canvas.rect(side, darker(color, 0.2))
    front = [
        (x, y),
        (x, y - height),
        (x + gable / 2, y - height - peak),
        (x + gable, y - height),
        (x + gable, y),
    ]
    canvas.shade([front], (lighter(color, 0.12), color))
    eave = width * 0.035
    slope = [
        (x + gable / 2, y - height - peak - eave),
        (x + width - gable * 0.32, y - height - peak - eave),
    ]
    slope += [
        (x + width + eave, y - height + eave),
        (x + gable + eave * 0.6, y - height + eave),
    ]
    site.roofed(slope, roof, rows=5 if width > 120 else 0)
    left = [(x + gable / 2, y - height - peak - eave), (x - eave, y - height + eave)]
    canvas.line(left, max(2.5, eave * 0.8), lighter(roof, 0.16))
    pane = gable * 0.2
    site.window((x + gable / 2 - pane / 2, y - height - peak * 0.3, pane, pane * 1.2))
    site.windows(side, (3 if width > 90 else 2, 1), share=(0.34, 0.42))
    site.door(x + gable * 0.2, y, gable * 0.24, height * 0.6)
    site.window((x + gable * 0.64, y - height * 0.64, pane, pane * 1.25))


def facade(site: Site, foot: Point, size: Point, *, gable: str = "") -> None:
    """Build a tall town house seen from the front, with one of several gables."""
    (x, y), (width, height) = foot, size
    palette, rng, canvas = site.palette, site.rng, site.canvas
    kind = gable or rng.choice(("point", "step", "bell", "eave", "eave"))
    wall, roof = palette.wall(rng, site.depth), palette.roof(rng, site.depth)
    top = y - height
    trim = palette.tone(CREAM, site.depth)
    if kind == "eave":
        _eave(site, (x, top), width, roof)
    else:
        peak = width * rng.uniform(0.5, 0.66)
        chimney(
            site, (x + width * 0.76, top - peak * 0.1), width * 0.13, darker(wall, 0.1)
        )
        outline = _gable(kind, (x, top), (width, peak))
        canvas.shade([outline], (lighter(wall, 0.2), wall))
        edge = trim if kind != "point" else roof
        canvas.line(
            outline[:-1] if kind != "point" else outline, max(2, width * 0.035), edge
        )
        pane = width * 0.17
        site.window((x + width / 2 - pane / 2, top - peak * 0.38, pane, pane * 1.2))
    canvas.shade(
        [[(x, top), (x + width, top), (x + width, y), (x, y)]],
        (wall, lighter(wall, 0.06), wall),
    )
    canvas.rect((x + width * 0.93, top, width * 0.07, height), darker(wall, 0.35), 0.35)
    canvas.rect((x, top - 2, width, max(2, width * 0.035)), trim)
    floor = min(height * 0.34, width * 0.75)
    rows = max(1, round((height - floor) / (width * 0.48)))
    columns = 3 if width > 105 else 2
    site.windows(
        (
            x + width * 0.05,
            top + width * 0.05,
            width * 0.9,
            height - floor - width * 0.05,
        ),
        (columns, rows),
        share=(0.44, 0.62),
    )
    _shopfront(site, (x, y), (width, floor))


def _eave(site: Site, place: Point, width: float, roof: Color) -> None:
    (x, top), rng = place, site.rng
    rise = width * rng.uniform(0.3, 0.45)
    chimney(
        site,
        (x + width * rng.choice((0.14, 0.72)), top - rise * 0.9),
        width * 0.13,
        darker(roof, 0.3),
    )
    site.roofed(
        [
            (x + width * 0.05, top - rise),
            (x + width * 0.95, top - rise),
            (x + width, top),
            (x, top),
        ],
        roof,
        rows=5,
    )
    for share in (0.28, 0.72) if width > 90 else (0.5,):
        left, pane = x + width * share, width * 0.15
        site.canvas.polygon(
            [
                (left - pane, top - pane * 1.5),
                (left, top - pane * 2.3),
                (left + pane, top - pane * 1.5),
            ],
            darker(roof, 0.25),
        )
        site.window((left - pane * 0.55, top - pane * 1.5, pane * 1.1, pane * 1.2))


def _gable(kind: str, place: Point, size: Point) -> list[Point]:
    (x, y), (width, peak) = place, size
    if kind == "step":
        points: list[Point] = []
        for index in range(5):
            left, up = x + width * 0.1 * index, y - peak * (index + 1) / 5
            points += [(left, y - peak * index / 5 if index else y), (left, up)]
        return points + [(2 * x + width - px, py) for px, py in points[::-1]]
    if kind == "bell":
        flank: list[Point] = [
            (x, y),
            (x, y - peak * 0.12),
            *arc((x, y - peak * 0.72), (width * 0.2, peak * 0.6), 90, 0),
        ]
        crown = arc(
            (x + width / 2, y - peak * 0.72), (width * 0.3, peak * 0.34), 180, 360
        )
        return [*flank, *crown, *[(2 * x + width - px, py) for px, py in flank[::-1]]]
    return [(x, y), (x + width / 2, y - peak), (x + width, y)]


def _shopfront(site: Site, foot: Point, size: Point) -> None:
    (x, y), (width, floor) = foot, size
    rng, canvas = site.rng, site.canvas
    if width < 60 or rng.random() < 0.35:
        site.door(x + width * 0.4, y, width * 0.2, floor * 0.72)
        for share in (0.1, 0.74):
            site.window(
                (x + width * share, y - floor * 0.66, width * 0.16, floor * 0.4)
            )
        return
    glass = mix(
        site.palette.window(rng, site.depth), site.palette.tone(LAMP, site.depth), 0.35
    )
    canvas.rect(
        (x + width * 0.08, y - floor * 0.62, width * 0.5, floor * 0.5),
        site.palette.tone(INK, site.depth),
    )
    canvas.rect((x + width * 0.1, y - floor * 0.6, width * 0.46, floor * 0.44), glass)
    site.door(x + width * 0.68, y, width * 0.2, floor * 0.66)
    awning(site, (x + width * 0.04, y - floor * 0.74, width * 0.58, floor * 0.22))


def awning(site: Site, box: Box, *, color: Color | None = None) -> None:
    """Hang a striped awning with a scalloped edge."""
    x, y, width, height = box
    palette = site.palette
    first = color or palette.tone(
        site.rng.choice((palette.family.accent, *palette.family.roofs)), site.depth
    )
    second = palette.tone(CREAM, site.depth)
    stripes = max(5, int(width / 16) | 1)
    flare, step = width * 0.05, width / stripes
    for index in range(stripes):
        tone = second if index % 2 else first
        top = (x + index * step, x + (index + 1) * step)
        wide = (width + 2 * flare) / stripes
        low = (x - flare + index * wide, x - flare + (index + 1) * wide)
        site.canvas.polygon(
            [(top[0], y), (top[1], y), (low[1], y + height), (low[0], y + height)], tone
        )
        hem = arc((sum(low) / 2, y + height), (wide / 2, height * 0.28), 0, 180)
        site.canvas.polygon(hem, darker(tone, 0.12))
