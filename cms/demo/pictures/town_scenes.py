"""Scenes of streets, squares and roofs."""

from cms.demo.pictures.faces import Person
from cms.demo.pictures.landmarks import church, town_hall
from cms.demo.pictures.nature import far_hills, grove, hill, tree, winding
from cms.demo.pictures.palette import CREAM, INK, darker, lighter, mix, rgb
from cms.demo.pictures.people import cyclist
from cms.demo.pictures.shapes import height_at, ridge, strip
from cms.demo.pictures.sky import birds, paint_sky
from cms.demo.pictures.stage import Stage
from cms.demo.pictures.stalls import bunting, stall
from cms.demo.pictures.street import fountain, lamp, parasol, paving, planter
from cms.demo.pictures.trams import tram

STONE = rgb("e6d9c4")


ASPHALT = rgb("8b8f9c")


def townscape(stage: Stage) -> None:
    """Draw a town that climbs a hill towards its church."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=600)
    far_hills(canvas, palette, rng, horizon=560, rise=120)
    top = ridge(rng, 540, 30, 4)
    hill(canvas, top, palette.land(0.2, 0.34))
    x = rng.uniform(620, 1000)
    church(stage.site(0.24), (x, height_at(top, x) + 30), 330)
    rows = ((590, 0.3, (78, 104)), (660, 0.16, (104, 136)), (752, 0.04, (142, 184)))
    for level, depth, width in rows:
        line = ridge(rng, level, 18, 4)
        hill(canvas, line, palette.land(0.4, depth))
        grove(
            canvas,
            palette,
            rng,
            line,
            span=(0, 1600),
            height=width[0],
            count=9,
            depth=depth,
        )
        step = width[1] * 1.12
        spots = [
            (sx + rng.uniform(-14, 14), height_at(line, sx) + rng.uniform(18, 44))
            for sx in _range(-60, 1600, step)
        ]
        stage.village(
            [spot for spot in spots if rng.random() < 0.88], width=width, depth=depth
        )
    front = ridge(rng, 850, 20, 3)
    hill(canvas, front, palette.land(0.75))
    path = winding(
        (rng.uniform(500, 1100), 856), (rng.uniform(600, 1000), 1020), swing=90, bends=1
    )
    canvas.polygon(strip(path, (40, 230)), palette.tone(STONE))
    grove(canvas, palette, rng, front, span=(0, 420), height=210, count=4)
    grove(canvas, palette, rng, front, span=(1180, 1600), height=210, count=4)
    stage.crowd(3, span=(600, 1000), level=(900, 960), height=110)
    birds(canvas, palette, rng, (1150, 200))


def _range(start: float, end: float, step: float) -> list[float]:
    return [start + step * index for index in range(int((end - start) / step) + 1)]


def old_square(stage: Stage) -> None:
    """Draw an old square with its town hall, its fountain and its cafés."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=640)
    hall = rng.uniform(480, 640)
    stage.street(600, depth=0.34, height=(240, 330), width=(80, 110))
    stage.street(640, span=(-30, hall - 60), height=(210, 300))
    stage.street(640, span=(hall + 560, 1620), height=(210, 300))
    town_hall(stage.site(), (hall, 640), 540)
    paving(stage.site(), 638, palette.tone(STONE), vanish=(hall + 270, 380))
    for x in (hall - 50, hall + 590):
        lamp(stage.site(), (x, 690), 200)
    stage.crowd(6, span=(340, 1350), level=(690, 745), height=120)
    fountain(stage.site(), (hall + 270 + rng.uniform(-60, 60), 790), 260)
    stage.crowd(2, span=(380, 1250), level=(815, 840), height=155)
    for x, y in ((140, 800), (330, 880), (1290, 820), (1480, 900)):
        parasol(stage.site(), (x + rng.uniform(-30, 30), y), 250 * (y / 860))
    tree(canvas, palette, rng, (rng.choice((60, 1540)), 760), 380, kind="round")
    stage.crowd(3, span=(520, 1120), level=(890, 960), height=210)


def market(stage: Stage) -> None:
    """Draw a market day."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=600, clouds=3)
    stage.street(570, depth=0.4, height=(230, 330), width=(84, 116))
    x = rng.uniform(560, 900)
    lane = mix(palette.tone(STONE), palette.haze, 0.2)
    canvas.rect((0, 566, 1600, 60), lane)
    church(stage.site(0.16), (x, 600), 500)
    stage.street(
        620, span=(-30, x - 130), height=(230, 320), width=(110, 150), depth=0.06
    )
    stage.street(
        620, span=(x + 310, 1620), height=(230, 320), width=(110, 150), depth=0.06
    )
    paving(stage.site(), 618, palette.tone(STONE), vanish=(800, 380))
    bunting(stage.site(), (-20, 250), (rng.uniform(760, 900), 300), sag=70)
    bunting(stage.site(), (rng.uniform(760, 900), 300), (1620, 230), sag=80)
    for sx in (120, 440, 960, 1270):
        stall(stage.site(), (sx + rng.uniform(-40, 30), 735 + rng.uniform(-8, 8)), 215)
    stage.crowd(7, span=(60, 1540), level=(770, 820), height=150)
    for sx in (30, 1150):
        stall(stage.site(), (sx + rng.uniform(0, 60), 950), 370)
    stage.crowd(4, span=(480, 1080), level=(900, 975), height=255)


def tram_street(stage: Stage) -> None:
    """Draw a tram passing town houses."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=640, clouds=3)
    stage.street(620, depth=0.42, height=(320, 420), width=(90, 120))
    stage.street(690, height=(290, 430), width=(130, 190))
    walk = palette.tone(STONE)
    canvas.gradient((0, 688, 1600, 60), (lighter(walk, 0.1), walk))
    for x in (130, 560, 1010, 1440):
        tree(canvas, palette, rng, (x + rng.uniform(-30, 30), 728), 210, kind="round")
    stage.crowd(6, level=(726, 738), height=105)
    road = palette.tone(ASPHALT)
    canvas.gradient((0, 746, 1600, 260), (lighter(road, 0.1), darker(road, 0.06)))
    canvas.rect((0, 744, 1600, 7), lighter(walk, 0.3))
    for y in (806, 842):
        canvas.rect((0, y, 1600, 5), darker(road, 0.4))
        canvas.rect((0, y - 2, 1600, 2), lighter(road, 0.5))
    _wires(stage)
    tram(stage.site(), (rng.uniform(180, 380), 838), 930)
    for x in range(-40, 1640, 120):
        canvas.polygon(
            [(x, 880), (x + 62, 880), (x + 56, 888), (x - 7, 888)],
            palette.tone(CREAM),
            0.8,
        )
    rider = Person.choose(palette, rng)
    cyclist(
        canvas,
        rider,
        (rng.uniform(300, 640), 968),
        190,
        frame=palette.tone(palette.family.roofs[0]),
    )
    cyclist(
        canvas,
        Person.choose(palette, rng),
        (rng.uniform(960, 1300), 975),
        195,
        frame=palette.tone(INK),
    )
    planter(stage.site(), (rng.uniform(40, 120), 1000), 120)


def _wires(stage: Stage) -> None:
    ink = stage.palette.tone(INK)
    stage.canvas.line([(0, 572), (1600, 572)], 2.4, ink)
    for x in (70, 820, 1560):
        stage.canvas.rect((x, 520, 7, 226), ink)
        stage.canvas.line([(x, 548), (x + 60, 571)], 3, ink)
