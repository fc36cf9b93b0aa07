"""The scene of a village on a headland, with a lighthouse and a beach."""

import itertools

from cms.demo.pictures.buildings import cottage
from cms.demo.pictures.canvas import Point
from cms.demo.pictures.landmarks import lighthouse
from cms.demo.pictures.nature import grove, meadow, tree
from cms.demo.pictures.palette import CREAM, INK, darker, lighter, mix, rgb
from cms.demo.pictures.shapes import height_at, smooth
from cms.demo.pictures.sky import birds, paint_sky
from cms.demo.pictures.stage import Stage
from cms.demo.pictures.water import sailboat, water


def seaside_village(stage: Stage) -> None:
    """Draw a village on a headland with a lighthouse and a beach."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    sun = paint_sky(canvas, palette, rng, horizon=600)
    far = [
        (900.0, 600.0),
        (1050, 570),
        (1240, 560),
        (1420, 578),
        (1650, 552),
        (1650, 602),
        (900, 602),
    ]
    canvas.polygon(smooth(far[:5], closed=False) + far[5:], palette.land(0.2, 0.62))
    water(canvas, palette, rng, line=598, sun=sun, mirror=0)
    for x, y, size in ((980, 650, 70), (1240, 690, 110), (1480, 640, 60)):
        sailboat(canvas, palette, rng, (x + rng.uniform(-60, 60), y), size)
    head = rng.uniform(860, 960)
    crest = [
        (-60, 440),
        (150, 400),
        (380, 430),
        (600, 440),
        (head - 60, 505),
        (head, 552),
    ]
    top = smooth([(px, py + rng.uniform(-16, 16)) for px, py in crest], closed=False)
    _headland(stage, top, head)
    lighthouse(stage.site(), (head - 76, height_at(top, head - 76) + 12), 330)
    grove(canvas, palette, rng, top, span=(-20, 700), height=88, count=6)
    white = palette.tone(lighter(CREAM, 0.3))
    for drop, start, end, width in (
        (34, -30, 620, 116),
        (128, -70, 560, 140),
        (240, -40, 450, 166),
    ):
        for x in range(start, end, round(width * 1.12)):
            place = (
                x + rng.uniform(-14, 14),
                height_at(top, x + 50) + drop + rng.uniform(0, 14),
            )
            cottage(
                stage.site(), place, width, wall=white if rng.random() < 0.5 else None
            )
            if rng.random() < 0.35:
                tree(canvas, palette, rng, (place[0] + width * 1.1, place[1] + 10), 84)
    _beach(stage)
    birds(canvas, palette, rng, (1180, 250), 8)


def _headland(stage: Stage, top: list[Point], head: float) -> None:
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    face = [
        (head, 552.0),
        *((head + rng.uniform(-18, 16) - n * 3, 600 + n * 46) for n in range(6)),
    ]
    green = palette.land(0.45)
    canvas.shade(
        [[*top, *face, (-60, 860)]], (lighter(green, 0.16), green, darker(green, 0.12))
    )
    # Rock shows where the lawn breaks off: columns, lit on their left.
    stone = palette.tone(rgb("dccba8"))
    edges = [head - 400 + index * 58 for index in range(7)]
    brink = [
        (x, 850 - 300 * ((x - edges[0]) / 400) ** 0.55 + rng.uniform(-12, 12))
        for x in edges
    ]
    brink.append((head, 562))
    canvas.polygon([*brink, *face, (edges[0], 860)], darker(stone, 0.1))
    for (ax, ay), (bx, by) in itertools.pairwise(brink):
        lean, ledge = rng.uniform(-10, 18), rng.uniform(0.2, 0.55)
        middle = (ax + (bx - ax) * rng.uniform(0.4, 0.65), (ay + by) / 2)
        canvas.polygon(
            [(ax, ay), middle, (middle[0] + lean, 880), (ax + lean, 880)],
            lighter(stone, 0.12),
        )
        cut = ay + (880 - ay) * ledge
        canvas.polygon(
            [middle, (bx, by), (bx + lean, 880), (middle[0] + lean, 880)],
            darker(stone, 0.26),
        )
        canvas.polygon(
            [
                (ax + 4, cut),
                (middle[0] + 4, cut + 12),
                (middle[0], cut + 30),
                (ax + 4, cut + 16),
            ],
            darker(stone, 0.12),
        )


def _beach(stage: Stage) -> None:
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    sand = palette.tone(rgb("f3dfb0"))
    shore = smooth(
        [(-60, 800), (240, 790), (560, 826), (840, 880), (1180, 905), (1660, 985)],
        closed=False,
    )
    foam = [(x, y - 13) for x, y in shore]
    canvas.polygon(
        [*foam, (1660, 1020), (-60, 1020)],
        lighter(palette.tone(palette.family.water), 0.45),
    )
    canvas.polygon(
        [*[(x, y - 5) for x, y in shore], (1660, 1020), (-60, 1020)],
        palette.tone(CREAM),
    )
    canvas.shade([[*shore, (1660, 1020), (-60, 1020)]], (sand, darker(sand, 0.12)))
    for x, y in ((300, 900), (560, 930), (860, 960)):
        _sunshade(stage, (x + rng.uniform(-40, 40), y))
    stage.crowd(4, span=(160, 1100), level=(880, 960), height=104)
    meadow(canvas, palette, rng, 960, count=8)


def _sunshade(stage: Stage, foot: Point) -> None:
    (x, y), palette = foot, stage.palette
    color = palette.tone(
        stage.rng.choice((palette.family.accent, rgb("e2664f"), rgb("f0b23e")))
    )
    stage.canvas.ellipse((x + 30, y), (62, 9), INK, 0.18)
    stage.canvas.line([(x, y), (x + 14, y - 96)], 4, palette.tone(CREAM))
    dome = smooth(
        [
            (x - 52, y - 70),
            (x - 20, y - 106),
            (x + 18, y - 112),
            (x + 58, y - 98),
            (x + 76, y - 62),
        ],
        closed=False,
    )
    stage.canvas.polygon(dome, color)
    stage.canvas.polygon(
        [(x + 18, y - 112), (x - 8, y - 69), (x + 26, y - 66)], palette.tone(CREAM)
    )
    towel = [(x + 60, y + 4), (x + 150, y + 4), (x + 164, y + 20), (x + 70, y + 20)]
    stage.canvas.polygon(towel, mix(color, palette.tone(CREAM), 0.4))
