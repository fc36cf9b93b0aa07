"""The scene of a harvest: a ripe field, bales, a farm and a tractor."""

from cms.demo.pictures.buildings import cottage
from cms.demo.pictures.canvas import Point
from cms.demo.pictures.nature import far_hills, grove, hill, tree
from cms.demo.pictures.palette import CREAM, darker, lighter, mix, rgb
from cms.demo.pictures.shapes import ground, ridge, smooth
from cms.demo.pictures.sky import paint_sky
from cms.demo.pictures.stage import Stage


def harvest(stage: Stage) -> None:
    """Draw a ripe field with bales, a farm and a tractor."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=540, clouds=3)
    far_hills(canvas, palette, rng, horizon=540, rise=90)
    skyline = ridge(rng, 530, 18, 3)
    hill(canvas, skyline, palette.land(0.3, 0.2))
    grove(
        canvas, palette, rng, skyline, span=(0, 1600), height=70, count=18, depth=0.15
    )
    farm = rng.uniform(900, 1150)
    stage.village([(farm, 570), (farm + 170, 580)], width=(150, 190))
    cottage(stage.site(), (farm - 190, 586), 210, wall=palette.tone(rgb("b8483a")))
    tree(canvas, palette, rng, (farm + 360, 588), 190)
    gold = palette.tone(rgb("eebf58"))
    field = ridge(rng, 590, 10, 3)
    canvas.shade([ground(field)], (lighter(gold, 0.22), gold, darker(gold, 0.16)))
    vanish = (rng.uniform(500, 1000), 470.0)
    for index in range(-16, 17):
        low = vanish[0] + index * 190
        row = [
            (vanish[0] + (low - vanish[0]) * 0.26, 606),
            (low + 46, 1010),
            (low - 46, 1010),
        ]
        canvas.polygon(row, darker(gold, 0.16), 0.55)
    for x, y, size in (
        (250, 690, 60),
        (620, 740, 78),
        (1330, 800, 110),
        (330, 880, 140),
    ):
        _bale(stage, (x + rng.uniform(-50, 50), y), size)
    _tractor(stage, (rng.uniform(720, 980), 860), 250)
    _wheat(stage)


def _bale(stage: Stage, foot: Point, size: float) -> None:
    (x, y), canvas = foot, stage.canvas
    straw = stage.palette.tone(rgb("f2cf78"))
    canvas.ellipse(
        (x + size * 0.5, y), (size * 1.15, size * 0.14), darker(straw, 0.7), 0.3
    )
    body = [
        (x, y - size * 1.1),
        (x + size * 0.75, y - size * 1.1),
        (x + size * 1.25, y - size * 0.55),
        (x + size * 0.75, y),
        (x, y),
    ]
    canvas.shade([smooth(body, steps=5)], (straw, darker(straw, 0.3)))
    canvas.circle((x, y - size * 0.55), size * 0.55, lighter(straw, 0.2))
    for ring in (0.42, 0.28, 0.14):
        canvas.circle(
            (x, y - size * 0.55),
            size * ring,
            darker(straw, 0.14 if ring != 0.28 else 0.02),
        )


def _tractor(stage: Stage, foot: Point, size: float) -> None:
    (x, y), canvas, palette = foot, stage.canvas, stage.palette
    red, dark = palette.tone(palette.family.accent), palette.tone(rgb("2b2f3c"))
    canvas.ellipse((x + size * 0.1, y), (size * 0.62, size * 0.05), dark, 0.35)
    canvas.rect(
        (x - size * 0.3, y - size * 0.72, size * 0.34, size * 0.42),
        palette.tone(rgb("a9cbd4")),
        radius=8,
    )
    for post in (-0.31, -0.14, 0.01):
        canvas.rect((x + size * post, y - size * 0.72, size * 0.035, size * 0.42), dark)
    canvas.rect(
        (x - size * 0.36, y - size * 0.77, size * 0.46, size * 0.06), red, radius=8
    )
    hood = [
        (x, y - size * 0.46),
        (x + size * 0.44, y - size * 0.42),
        (x + size * 0.48, y - size * 0.2),
        (x - size * 0.2, y - size * 0.18),
        (x - size * 0.2, y - size * 0.34),
    ]
    canvas.shade([hood], (lighter(red, 0.15), darker(red, 0.2)))
    canvas.rect((x + size * 0.3, y - size * 0.66, size * 0.03, size * 0.24), dark)
    for hub, radius in ((-0.2, 0.27), (0.36, 0.17)):
        center = (x + size * hub, y - size * radius)
        canvas.circle(center, size * radius, dark)
        canvas.circle(center, size * radius * 0.55, palette.tone(rgb("f0c04e")))
        canvas.circle(center, size * radius * 0.2, dark)


def _wheat(stage: Stage) -> None:
    rng, gold = stage.rng, stage.palette.tone(rgb("d9a441"))
    for _ in range(80):
        x, tall = rng.uniform(-10, 1610), rng.uniform(60, 130)
        lean = rng.uniform(-14, 22)
        tip = (x + lean, 1010 - tall)
        tone = mix(gold, stage.palette.tone(CREAM), rng.random() * 0.35)
        stage.canvas.line([(x, 1010), tip], 3, darker(tone, 0.2))
        for step in range(5):
            grain = (tip[0] - lean * 0.06 * step, tip[1] + step * 7)
            stage.canvas.ellipse(
                (grain[0] + (4 if step % 2 else -4), grain[1]), (4.4, 7), tone
            )
