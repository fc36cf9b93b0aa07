"""Scenes of people at work together: a meeting, a library, a building site."""

from dataclasses import replace

from cms.demo.pictures.canvas import Box
from cms.demo.pictures.faces import Person
from cms.demo.pictures.furniture import (
    bookcase,
    laptop,
    pendant,
    potted,
    speech,
    table,
    view_frame,
)
from cms.demo.pictures.landmarks import church
from cms.demo.pictures.nature import far_hills, grove, hill, tree
from cms.demo.pictures.palette import CREAM, INK, LAMP, darker, lighter, mix, rgb
from cms.demo.pictures.people import seated, standing
from cms.demo.pictures.shapes import arc, ridge
from cms.demo.pictures.site_works import crane, digger, scaffold, shell
from cms.demo.pictures.sky import paint_sky
from cms.demo.pictures.stage import Stage
from cms.demo.pictures.street import WOOD, planter


def _outlook(stage: Stage, level: float) -> None:
    """Draw the town that a room's window looks out on."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=level, clouds=4)
    far_hills(canvas, palette, rng, horizon=level, rise=90)
    line = ridge(rng, level, 10, 4)
    hill(canvas, line, palette.land(0.3, 0.3))
    church(stage.site(0.3), (rng.uniform(500, 1000), level + 10), 230)
    spots = [
        (x + rng.uniform(-16, 16), level + 26 + rng.uniform(0, 26))
        for x in range(0, 1600, 112)
    ]
    stage.village(spots, width=(90, 116), depth=0.22)
    grove(
        canvas,
        palette,
        rng,
        ridge(rng, level + 60, 6, 3),
        span=(0, 1600),
        height=96,
        count=14,
        depth=0.12,
    )


def meeting(stage: Stage) -> None:
    """Draw colleagues around a table in front of a wide window."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    _outlook(stage, 430)
    wall = lighter(palette.wall(rng), 0.28)
    left = rng.uniform(240, 420)
    opening: Box = (left, 120, 940, 440)
    view_frame(stage.site(), opening, wall=wall, panes=4)
    floor = mix(palette.tone(WOOD), wall, 0.4)
    canvas.gradient((0, 780, 1600, 225), (darker(floor, 0.1), floor))
    canvas.rect((0, 770, 1600, 12), lighter(wall, 0.4))
    _chart(stage, (60 if left > 330 else left + 1000, 210))
    potted(stage.site(), (left + 1010 if left > 330 else 120, 800), 300)
    for x in (430, 800, 1170):
        pendant(stage.site(), (x + rng.uniform(-20, 20), 190), 120)
    count = rng.choice((4, 5, 5))
    for index, person in enumerate(Person.group(palette, rng, count)):
        seat = 800 + (index - (count - 1) / 2) * (1060 / count) + rng.uniform(-14, 14)
        side = 1 if seat < 700 else -1 if seat > 900 else 0
        seated(canvas, person, (seat, 742), 350, side=side, raised=index == count // 2)
        if index % 2 == 0:
            speech(stage.site(), (seat + side * 40, 742 - 350 * 0.98), 150)
    table(stage.site(), (150, 730, 1300, 64))
    for x in (330, 720, 1130):
        laptop(stage.site(), (x + rng.uniform(-30, 30), 752), 150)
    for x in (560, 980, 1330):
        _cup(stage, (x + rng.uniform(-20, 20), 750))


def _chart(stage: Stage, place: tuple[float, float]) -> None:
    (x, y), canvas, palette = place, stage.canvas, stage.palette
    canvas.rect((x + 6, y + 8, 190, 250), INK, 0.14, radius=6)
    canvas.rect((x, y, 190, 250), palette.tone(lighter(CREAM, 0.5)), radius=6)
    tones = (palette.family.accent, *palette.family.roofs[:3])
    for index, tone in enumerate(tones):
        tall = stage.rng.uniform(30, 110)
        canvas.rect(
            (x + 24 + index * 38, y + 222 - tall, 26, tall),
            palette.tone(tone),
            radius=3,
        )
    canvas.rect((x + 20, y + 224, 150, 4), palette.tone(INK))
    canvas.rect((x + 24, y + 26, 96, 10), palette.tone(INK), 0.5, radius=5)
    canvas.rect((x + 24, y + 46, 140, 7), palette.tone(INK), 0.22, radius=4)


def _cup(stage: Stage, foot: tuple[float, float]) -> None:
    x, y = foot
    color = stage.palette.tone(stage.palette.family.accent)
    stage.canvas.line(arc((x + 15, y - 17), (9, 9), -90, 90), 4, color)
    stage.canvas.rect((x - 15, y - 32, 30, 32), lighter(color, 0.12), radius=6)
    stage.canvas.ellipse((x, y - 31), (15, 4), darker(color, 0.35))


def library(stage: Stage) -> None:
    """Draw readers among bookshelves under a tall window."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    _outlook(stage, 500)
    wall = mix(palette.wall(rng), palette.tone(CREAM), 0.5)
    middle = rng.uniform(660, 940)
    view_frame(
        stage.site(), (middle - 210, 90, 420, 560), wall=wall, panes=3, arched=True
    )
    floor = mix(palette.tone(WOOD), palette.tone(CREAM), 0.25)
    canvas.gradient((0, 770, 1600, 235), (darker(floor, 0.12), lighter(floor, 0.06)))
    canvas.glow((middle, 860), (520, 110), palette.mood.sun, 0.5)
    for x, width in ((-40, middle - 240), (middle + 280, 1640 - middle - 280)):
        bookcase(stage.site(), (x, 60, width, 716))
    potted(stage.site(), (middle + rng.choice((-240, 240)), 800), 240)
    for x in (middle - 330, middle + 400):
        person = Person.choose(palette, rng)
        side = -1 if x < middle else 1
        standing(
            canvas,
            person,
            (x + rng.uniform(-50, 50), 830),
            300,
            side=side,
            pose="carry",
        )
    _readers(stage)


def _readers(stage: Stage) -> None:
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    spots = (330, 700, 1110)
    for x, person in zip(spots, Person.group(palette, rng, 3), strict=True):
        place = (x + rng.uniform(-40, 40), 912)
        seated(canvas, person, place, 320, side=rng.choice((-1, 0, 0, 1)))
        _open_book(stage, (place[0], 912), 130)
    table(stage.site(), (90, 908, 1420, 52))
    for x in (510, 910, 1330):
        _desk_lamp(stage, (x + rng.uniform(-20, 20), 914))


def _open_book(stage: Stage, foot: tuple[float, float], width: float) -> None:
    (x, y), cream = foot, stage.palette.tone(lighter(CREAM, 0.4))
    cover = stage.palette.tone(
        stage.rng.choice((stage.palette.family.accent, *stage.palette.family.roofs))
    )
    half, tall = width / 2, width * 0.5
    for side in (-1, 1):
        page = [
            (x, y),
            (x, y - tall * 0.86),
            (x + side * half, y - tall),
            (x + side * half, y - tall * 0.1),
        ]
        back = [(px + side * 5, py - 4) for px, py in page]
        stage.canvas.polygon(back, lighter(cover, 0.12) if side < 0 else cover)
    stage.canvas.rect((x - 3, y - tall * 0.9, 6, tall * 0.9), darker(cover, 0.2))
    stage.canvas.rect(
        (x - half + 6, y - tall * 0.72, half * 0.6, 5), cream, 0.6, radius=2
    )


def _desk_lamp(stage: Stage, foot: tuple[float, float]) -> None:
    (x, y), canvas = foot, stage.canvas
    brass = stage.palette.tone(rgb("c99a4a"))
    canvas.glow((x, y - 70), (150, 120), LAMP, 0.6)
    canvas.rect((x - 34, y - 8, 68, 9), brass, radius=4)
    canvas.rect((x - 4, y - 100, 8, 96), brass)
    shade = [(x - 66, y - 96), *arc((x, y - 96), (60, 44), 180, 360), (x + 66, y - 96)]
    green = stage.palette.tone(rgb("2f7f63"))
    canvas.shade([shade], (lighter(green, 0.3), green))
    canvas.rect((x - 62, y - 98, 124, 6), LAMP, radius=3)


def reconstruction(stage: Stage) -> None:
    """Draw a quarter being rebuilt: a new house under scaffolding and a crane."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=660)
    far_hills(canvas, palette, rng, horizon=640, rise=120)
    crane(stage.site(0.18), (rng.uniform(1120, 1240), 740), 600)
    stage.street(690, depth=0.36, height=(150, 230), width=(80, 110))
    grove(
        canvas,
        palette,
        rng,
        ridge(rng, 710, 4, 3),
        span=(0, 1600),
        height=110,
        count=9,
        depth=0.2,
    )
    line = ridge(rng, 745, 4, 3)
    earth = palette.tone(rgb("d9bd92"))
    hill(canvas, line, earth, darker(earth, 0.14))
    stage.street(770, span=(-30, 330), height=(250, 330), width=(130, 170))
    left = rng.uniform(420, 500)
    box = (left, 330, 560, 450)
    shell(stage.site(), box)
    scaffold(stage.site(), box)
    stage.street(770, span=(1290, 1640), height=(220, 300), width=(130, 170))
    digger(stage.site(), (rng.uniform(1160, 1240), 850), 260)
    _crew(stage, left)
    for x in (60, 210, 1440, 1560):
        tree(
            canvas,
            palette,
            rng,
            (x + rng.uniform(-20, 20), 850),
            rng.uniform(130, 170),
            kind="round",
        )
    _bricks(stage, (left - 60, 890))
    planter(stage.site(), (1490, 950), 120)


def _crew(stage: Stage, left: float) -> None:
    palette, rng = stage.palette, stage.rng
    yellow, vest = palette.tone(rgb("f6c343")), palette.tone(rgb("f07f3c"))
    spots = [
        (left + 120, 480, 96),
        (left + 400, 630, 96),
        (left + 250, 930, 210),
        (left + 350, 945, 215),
        (left + 130, 850, 150),
    ]
    for x, y, tall in spots:
        worker = replace(
            Person.choose(palette, rng), hair=yellow, style="helmet", top=vest
        )
        pose = rng.choice(("carry", "stand", "wave"))
        place = (x + rng.uniform(-24, 24), y)
        standing(stage.canvas, worker, place, tall, side=rng.choice((-1, 1)), pose=pose)


def _bricks(stage: Stage, foot: tuple[float, float]) -> None:
    x, y = foot
    brick = stage.palette.tone(rgb("c2674a"))
    stage.canvas.ellipse((x + 90, y), (130, 14), INK, 0.22)
    stage.canvas.rect((x - 10, y - 10, 200, 10), stage.palette.tone(WOOD))
    for row in range(4):
        for column in range(5 - row):
            left = x + row * 18 + column * 36
            tone = lighter(brick, stage.rng.random() * 0.16)
            stage.canvas.rect((left, y - 30 - row * 20, 33, 17), tone, radius=2)
