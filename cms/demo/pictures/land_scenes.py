"""Scenes of open country: hills, valleys, fields, woods and mountains."""

from cms.demo.pictures.canvas import Point
from cms.demo.pictures.landmarks import church
from cms.demo.pictures.mills import turbine, windmill
from cms.demo.pictures.mountains import mountain
from cms.demo.pictures.nature import bush, far_hills, grove, hill, meadow, tree, winding
from cms.demo.pictures.palette import darker, mix, rgb
from cms.demo.pictures.shapes import height_at, ridge, strip
from cms.demo.pictures.sky import birds, mist, paint_sky
from cms.demo.pictures.stage import Stage
from cms.demo.pictures.street import bench, lamp


def hills_windmills(stage: Stage) -> None:
    """Draw rolling hills with wind turbines or an old mill."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=600)
    far_hills(canvas, palette, rng, horizon=590, rise=110)
    back = ridge(rng, 560, 45, 4)
    for place in (220, 520, 830, 1110, 1400):
        spot = place + rng.uniform(-70, 70)
        turbine(
            stage.site(0.3), (spot, height_at(back, spot) + 12), rng.uniform(170, 290)
        )
    hill(canvas, back, palette.land(0.15, 0.3))
    grove(canvas, palette, rng, back, span=(0, 1600), height=46, count=16, depth=0.3)
    middle = ridge(rng, 680, 48, 3)
    hill(canvas, middle, palette.land(0.4, 0.1))
    _furrows(stage, middle, 0.42)
    grove(canvas, palette, rng, middle, span=(100, 1500), height=90, count=9)
    x = rng.uniform(860, 1240)
    if rng.random() < 0.6:
        windmill(stage.site(), (x, height_at(middle, x) + 22), rng.uniform(300, 370))
    stage.village(
        [(x + dx, height_at(middle, x + dx) + 26) for dx in (-330, -180)],
        width=(110, 140),
    )
    near = ridge(rng, 850, 40, 3)
    hill(canvas, near, palette.land(0.8))
    grove(canvas, palette, rng, near, span=(0, 330), height=230, count=3)
    meadow(canvas, palette, rng, 890, count=60)


def _furrows(stage: Stage, skyline: list[Point], nearness: float) -> None:
    """Lay bands of crops below a skyline, following its shape."""
    gold = stage.palette.tone(rgb("e8c468"))
    land = stage.palette.land(nearness)
    start = stage.rng.uniform(150, 700)
    for index in range(7):
        # Each band starts where the one above ends, so the field's sides run straight.
        (top, upper), (low, lower) = (
            (
                26 + row * 18,
                [start - row * 22 + i * (26 + row * 1.6) for i in range(19)],
            )
            for row in (index, index + 0.78)
        )
        above = [(x, height_at(skyline, x) + top) for x in upper]
        below = [(x, height_at(skyline, x) + low) for x in reversed(lower)]
        stage.canvas.polygon(above + below, mix(gold, land, 0.22 + 0.05 * index))


def river_valley(stage: Stage) -> None:
    """Draw a river winding from the mountains past a village."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=560, clouds=3)
    for x, y, depth in ((260, 250, 0.62), (1330, 220, 0.6), (820, 300, 0.7)):
        mountain(canvas, palette, rng, (x + rng.uniform(-110, 110), y), depth=depth)
    mist(canvas, palette, (380, 600), 0.7)
    hill(canvas, ridge(rng, 540, 26, 5), palette.land(0.1, 0.45))
    plain = ridge(rng, 590, 12, 3)
    hill(canvas, plain, palette.land(0.3, 0.15), palette.land(0.75))
    _fields(stage, 620)
    mouth = rng.uniform(640, 960)
    course = winding(
        (mouth, 592), (rng.uniform(560, 1040), 1040), swing=rng.choice((-330, 330))
    )
    bank = palette.tone(rgb("e9dcae"))
    canvas.polygon(strip(course, (22, 470)), mix(bank, palette.land(0.5), 0.35))
    near = palette.tone(palette.family.water)
    canvas.shade(
        [strip(course, (12, 420))],
        (mix(near, palette.haze, 0.6), near, darker(near, 0.2)),
    )
    _village_with_church(stage, plain)
    for side in ((0, 360), (1240, 1600)):
        near_hill = ridge(rng, 800, 12, 3)
        grove(canvas, palette, rng, near_hill, span=side, height=150, count=5)
    meadow(canvas, palette, rng, 900, count=26)
    birds(canvas, palette, rng, (1000, 240))


def _fields(stage: Stage, top: float) -> None:
    colors = [
        stage.palette.tone(rgb(c)) for c in ("e8c468", "b9cf7c", "d8b25e", "8fb56d")
    ]
    for row in range(3):
        y, tall = top + row * 62 + row * row * 12, 40 + row * 30
        x = -100.0 - row * 60
        while x < 1650:
            wide = stage.rng.uniform(130, 250) * (1 + row * 0.35)
            lean = (x - 800) * 0.12
            color = mix(stage.rng.choice(colors), stage.palette.land(0.4), 0.45)
            field = [
                (x, y),
                (x + wide - 14, y),
                (x + wide - 14 + lean, y + tall),
                (x + lean, y + tall),
            ]
            if stage.rng.random() < 0.9:
                stage.canvas.polygon(
                    field, mix(color, stage.palette.haze, 0.22 - row * 0.08)
                )
            x += wide


def _village_with_church(stage: Stage, plain: list[Point]) -> None:
    x = stage.rng.choice((300.0, 1180.0)) + stage.rng.uniform(-60, 60)
    base = height_at(plain, x) + 70
    church(stage.site(0.08), (x, base), 190)
    spots = [
        (x + dx, base + dy)
        for dx, dy in ((-160, 6), (-90, 34), (70, 30), (180, 14), (-10, 58), (130, 62))
    ]
    stage.village(spots, width=(82, 108), depth=0.06)
    for dx in (-200, 40, 290, -50):
        tree(stage.canvas, stage.palette, stage.rng, (x + dx, base + 70), 74)


def forest_park(stage: Stage) -> None:
    """Draw a path through a light wood, with people out for a walk."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=640, clouds=2)
    for depth, level, height in ((0.66, 560, 300), (0.42, 610, 360)):
        line = ridge(rng, level, 14, 4)
        grove(
            canvas,
            palette,
            rng,
            line,
            span=(-20, 1620),
            height=height,
            count=13,
            kind=rng.choice(("pine", "")),
            depth=depth,
        )
        hill(canvas, line, palette.land(0.2, depth * 0.7))
    mist(canvas, palette, (430, 690), 0.4)
    lawn = ridge(rng, 670, 16, 3)
    hill(canvas, lawn, palette.land(0.3), palette.land(0.7))
    goal = rng.uniform(650, 950)
    meadow(canvas, palette, rng, 720, count=40)
    path = winding(
        (goal, 676),
        (rng.uniform(620, 980), 1030),
        swing=rng.choice((-220, 220)),
        bends=2,
    )
    sand = palette.tone(rgb("f0dfb8"))
    canvas.shade([strip(path, (26, 420))], (mix(sand, palette.haze, 0.3), sand))
    _park_things(stage)


def _park_things(stage: Stage) -> None:
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    line = ridge(rng, 745, 14, 3)
    grove(canvas, palette, rng, line, span=(20, 420), height=300, count=3)
    grove(canvas, palette, rng, line, span=(1180, 1580), height=300, count=3)
    bench(stage.site(), (rng.uniform(340, 440), 800), 170)
    lamp(stage.site(), (rng.uniform(1090, 1180), 812), 240)
    stage.crowd(4, span=(560, 1060), level=(760, 900), height=170)
    tree(canvas, palette, rng, (rng.uniform(60, 150), 1000), 620, kind="round")
    for x in (1380, 1520, 250):
        bush(canvas, palette, rng, (x, 1010), rng.uniform(190, 260))


def mountain_town(stage: Stage) -> None:
    """Draw chalets under snowy mountains."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=600, clouds=3)
    peaks = ((180, 200, 0.5), (1420, 180, 0.5), (560, 120, 0.3), (1080, 170, 0.36))
    for px, py, depth in peaks:
        mountain(
            canvas,
            palette,
            rng,
            (px + rng.uniform(-90, 90), py + rng.uniform(-30, 40)),
            depth=depth,
        )
    mist(canvas, palette, (430, 700), 0.75)
    woods = ridge(rng, 610, 36, 4)
    grove(
        canvas,
        palette,
        rng,
        woods,
        span=(-20, 1620),
        height=110,
        count=46,
        kind="pine",
        depth=0.34,
    )
    hill(canvas, woods, palette.land(0.3, 0.25))
    slope = ridge(rng, 700, 28, 3)
    hill(canvas, slope, palette.land(0.45, 0.05))
    x = rng.uniform(560, 940)
    church(stage.site(), (x, height_at(slope, x) + 30), 300)
    spots = [
        (sx + rng.uniform(-30, 30), 735 + (i % 3) * 42)
        for i, sx in enumerate(range(120, 1460, 150))
        if abs(sx - x - 60) > 140
    ]
    stage.village(spots, width=(130, 175))
    near = ridge(rng, 880, 26, 3)
    hill(canvas, near, palette.land(0.85))
    for span in ((-10, 330), (1270, 1610)):
        grove(canvas, palette, rng, near, span=span, height=260, count=5, kind="pine")
    meadow(canvas, palette, rng, 915, count=50)
