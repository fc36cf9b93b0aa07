"""Scenes by the water: harbours, bridges, coasts and a city at night."""

from cms.demo.pictures.bridges import arched_bridge, hanging_bridge
from cms.demo.pictures.canvas import Point
from cms.demo.pictures.faces import Person
from cms.demo.pictures.landmarks import church
from cms.demo.pictures.nature import bush, far_hills, grove, hill, tree
from cms.demo.pictures.palette import CREAM, LAMP, darker, lighter, mix, rgb
from cms.demo.pictures.people import standing
from cms.demo.pictures.shapes import ridge
from cms.demo.pictures.sky import birds, cloud, paint_sky
from cms.demo.pictures.stage import Stage
from cms.demo.pictures.street import WOOD, lamp
from cms.demo.pictures.water import fishing_boat, sailboat, water

QUAY = rgb("b9ab98")


def harbour(stage: Stage) -> None:
    """Draw painted houses along a quay, mirrored in the harbour."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    sun = paint_sky(canvas, palette, rng, horizon=570)
    far_hills(canvas, palette, rng, horizon=560, rise=150)
    stage.street(560, depth=0.36, height=(170, 240), width=(70, 100))
    church(stage.site(0.3), (rng.uniform(300, 1200), 566), 400)
    stage.street(585, height=(170, 250), width=(84, 122))
    quay = palette.tone(QUAY)
    canvas.gradient((0, 584, 1600, 30), (lighter(quay, 0.2), darker(quay, 0.25)))
    for x in range(60, 1600, 230):
        lamp(stage.site(), (x + rng.uniform(-30, 30), 588), 84)
    stage.crowd(7, level=(587, 590), height=52)
    water(canvas, palette, rng, line=612, sun=sun, mirror=300)
    for index, x in enumerate((250, 690, 1240)):
        place = (x + rng.uniform(-80, 80), 690 + index % 2 * 46)
        sailboat(canvas, palette, rng, place, rng.uniform(130, 170))
    fishing_boat(canvas, palette, rng, (rng.uniform(820, 1060), 850), 330)
    _pier(stage)
    birds(canvas, palette, rng, (1050, 200), 7)


def _pier(stage: Stage) -> None:
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    wood = palette.tone(WOOD)
    canvas.polygon(
        [(-10, 880), (500, 880), (620, 1010), (-10, 1010)], darker(wood, 0.08)
    )
    for index in range(1, 7):
        y = 880 + 130 * (index / 7) ** 1.3
        canvas.line(
            [(-10, y), (500 + 120 * (y - 880) / 130, y)], 2.5, darker(wood, 0.35)
        )
    canvas.line([(-10, 880), (500, 880), (620, 1010)], 6, lighter(wood, 0.18))
    for x, y in ((110, 884), (310, 884), (506, 888)):
        canvas.rect((x - 12, y - 42, 24, 60), darker(wood, 0.3), radius=6)
        canvas.ellipse((x, y - 40), (13, 6), lighter(wood, 0.1))
    for x in (180, 250):
        person = Person.choose(palette, rng)
        standing(
            canvas,
            person,
            (x + rng.uniform(-20, 20), 958),
            185,
            side=rng.choice((-1, 1)),
        )


def bridge(stage: Stage) -> None:
    """Draw a bridge over a river, with the town behind it."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    sun = paint_sky(canvas, palette, rng, horizon=600)
    far_hills(canvas, palette, rng, horizon=580, rise=150)
    stage.street(610, depth=0.46, height=(110, 180), width=(60, 90))
    bank = ridge(rng, 612, 6, 4)
    church(stage.site(0.34), (rng.uniform(250, 1250), 616), 330)
    grove(canvas, palette, rng, bank, span=(0, 1600), height=96, count=16, depth=0.3)
    hill(canvas, bank, palette.land(0.4, 0.24))
    canvas.rect((0, 622, 1600, 12), darker(palette.tone(QUAY, 0.2), 0.12))
    line = 706.0
    water(canvas, palette, rng, line=634, mirror=74, bottom=line + 4)
    if rng.random() < 0.55:
        arched_bridge(stage.site(), deck=560, line=line, spans=rng.choice((3, 4, 5)))
    else:
        hanging_bridge(stage.site(), deck=580, line=line)
    water(canvas, palette, rng, line=line, sun=sun, mirror=310)
    sailboat(canvas, palette, rng, (rng.uniform(200, 520), 800), 120)
    fishing_boat(canvas, palette, rng, (rng.uniform(850, 1200), 870), 240)
    for x, width in ((-30, 300), (160, 220), (1480, 260), (1640, 320)):
        bush(canvas, palette, rng, (x, 1012), width)
    birds(canvas, palette, rng, (800, 260))


def night_city(stage: Stage) -> None:
    """Draw lit towers over dark water."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    moon = paint_sky(canvas, palette, rng, horizon=640, clouds=3)
    canvas.glow((800, 640), (800, 300), mix(LAMP, palette.mood.sky[-1], 0.4), 0.5)
    for depth, low, high in ((0.62, 170, 360), (0.34, 140, 430)):
        x = -30.0
        while x < 1620:
            width = rng.uniform(56, 120)
            _tower(stage, (x, 640), (width, rng.uniform(low, high)), depth)
            x += width + rng.uniform(-4, 16)
    stage.street(650, height=(90, 150), width=(70, 104), depth=0.06)
    bank = ridge(rng, 652, 3, 4)
    grove(canvas, palette, rng, bank, span=(0, 1600), height=62, count=14)
    canvas.rect((0, 650, 1600, 26), darker(palette.tone(QUAY), 0.3))
    for index in range(14):
        lamp(stage.site(), (50 + index * 116 + rng.uniform(-8, 8), 656), 70)
    water(canvas, palette, rng, line=674, sun=moon, mirror=326)
    if rng.random() < 0.6:
        hanging_bridge(stage.site(), deck=690, line=800)
    sailboat(canvas, palette, rng, (rng.uniform(1000, 1400), 900), 190)
    tree(canvas, palette, rng, (rng.uniform(20, 90), 1030), 460, kind="cluster")
    cloud(canvas, palette, rng, (rng.uniform(900, 1400), 150))


def _tower(stage: Stage, foot: Point, size: Point, depth: float) -> None:
    (x, y), (width, height), canvas, rng = foot, size, stage.canvas, stage.rng
    base = mix(
        stage.palette.tone(rgb("4a5f8c"), depth), stage.palette.mood.sky[1], 0.25
    )
    top = y - height
    canvas.gradient((x, top, width, height), (base, lighter(base, 0.12)))
    canvas.rect((x + width * 0.72, top, width * 0.28, height), darker(base, 0.3))
    crown = rng.choice(("flat", "flat", "mast", "step", "slope"))
    if crown == "mast":
        canvas.line(
            [(x + width / 2, top), (x + width / 2, top - 70)], 3, darker(base, 0.2)
        )
        canvas.circle((x + width / 2, top - 72), 4, rgb("ff7a5c"))
    elif crown == "step":
        canvas.rect((x + width * 0.2, top - 26, width * 0.6, 28), base)
        canvas.rect((x + width * 0.36, top - 46, width * 0.28, 22), darker(base, 0.14))
    elif crown == "slope":
        canvas.polygon(
            [(x, top + 1), (x, top - width * 0.5), (x + width, top + 1)],
            lighter(base, 0.06),
        )
    rows, columns = int(height / 19), max(3, int(width / 17))
    for row in range(rows):
        for column in range(columns):
            if rng.random() < 0.5:
                glow = mix(LAMP, CREAM, rng.random() * 0.6)
                pane = (
                    x + width * (column + 0.24) / columns,
                    top + 10 + row * 19,
                    width * 0.52 / columns,
                    9,
                )
                canvas.rect(pane, mix(glow, base, rng.uniform(0.0, 0.55) + depth * 0.4))
