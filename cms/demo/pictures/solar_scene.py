"""The scene of roofs with solar panels."""

from dataclasses import replace

from cms.demo.pictures.canvas import Point
from cms.demo.pictures.faces import Person
from cms.demo.pictures.mills import turbine
from cms.demo.pictures.nature import far_hills, grove, hill
from cms.demo.pictures.palette import CREAM, Color, darker, lighter, mix, rgb
from cms.demo.pictures.people import standing
from cms.demo.pictures.shapes import height_at, ridge
from cms.demo.pictures.sky import birds, paint_sky
from cms.demo.pictures.stage import Stage


def solar_roofs(stage: Stage) -> None:
    """Draw roofs with solar panels over a green town."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    paint_sky(canvas, palette, rng, horizon=560, clouds=4)
    far_hills(canvas, palette, rng, horizon=540, rise=90)
    back = ridge(rng, 550, 20, 4)
    for x in (rng.uniform(150, 400), rng.uniform(600, 900), rng.uniform(1100, 1450)):
        turbine(stage.site(0.34), (x, height_at(back, x) + 10), rng.uniform(200, 270))
    hill(canvas, back, palette.land(0.2, 0.35))
    stage.village(
        [
            (x + rng.uniform(-20, 20), 590 + rng.uniform(0, 40))
            for x in range(-20, 1600, 118)
        ],
        width=(90, 124),
        depth=0.3,
    )
    grove(
        canvas,
        palette,
        rng,
        ridge(rng, 630, 8, 3),
        span=(0, 1600),
        height=110,
        count=16,
        depth=0.16,
    )
    shift = rng.uniform(-60, 60)
    for x, y, width in ((-130, 700, 560), (560, 670, 520), (1180, 710, 600)):
        _panel_roof(stage, (x + shift, y), width)
    grove(
        canvas,
        palette,
        rng,
        ridge(rng, 800, 10, 3),
        span=(20, 1580),
        height=170,
        count=9,
    )
    for x, y, width in ((180, 860, 700), (980, 830, 740)):
        _panel_roof(stage, (x - shift, y), width)
    _fitters(stage, (180 - shift, 860))
    birds(canvas, palette, rng, (900, 190))


def _fitters(stage: Stage, eave: Point) -> None:
    """Let two people in helmets look after the panels, above the front roof."""
    (x, y), palette, rng = eave, stage.palette, stage.rng
    ridge_spot = (x + rng.uniform(180, 560), y - 247)
    for place, side, pose in (((x + 66, y - 90), 1, "carry"), (ridge_spot, -1, "wave")):
        worker = replace(
            Person.choose(palette, rng),
            hair=palette.tone(rgb("f6c343")),
            style="helmet",
        )
        standing(stage.canvas, worker, place, 150, side=side, pose=pose)


def _panel_roof(stage: Stage, eave: Point, width: float) -> None:
    """Draw a big roof from its eave up, panels in rows, and the wall below it."""
    (x, y), canvas, palette, rng = eave, stage.canvas, stage.palette, stage.rng
    rise, lean = width * 0.36, width * 0.12
    wall = palette.wall(rng)
    canvas.gradient(
        (x + width * 0.03, y, width * 0.94, 1005 - y), (darker(wall, 0.22), wall, wall)
    )
    stage.site().windows(
        (x + width * 0.06, y + width * 0.06, width * 0.88, width * 0.3),
        (5, 1),
        share=(0.4, 0.6),
    )
    roof = palette.roof(rng)
    plane = [
        (x + lean, y - rise),
        (x + width - lean * 0.2, y - rise),
        (x + width + width * 0.02, y),
        (x - width * 0.02, y),
    ]
    stage.site().roofed(plane, roof, rows=12)
    canvas.rect((x - width * 0.02, y, width * 1.04, width * 0.014), palette.tone(CREAM))
    _panels(stage, plane, (rng.choice((4, 5, 6)), 3))


def _panels(stage: Stage, plane: list[Point], grid: tuple[int, int]) -> None:
    (ax, ay), (bx, _), (cx, cy), (dx, _) = plane

    def at(u: float, v: float) -> Point:
        left, right = ax + (dx - ax) * v, bx + (cx - bx) * v
        return left + (right - left) * u, ay + (cy - ay) * v

    sky: Color = stage.palette.mood.sky[0]
    deep = stage.palette.tone(mix(rgb("1d3a6b"), sky, 0.18))
    columns, rows = grid
    for row in range(rows):
        for column in range(columns):
            u0, v0 = 0.1 + column * 0.8 / columns, 0.12 + row * 0.27
            u1, v1 = u0 + 0.8 / columns - 0.012, v0 + 0.25
            cell = [at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)]
            stage.canvas.shade([cell], (lighter(deep, 0.22), deep))
            stage.canvas.polygon(
                [
                    at(u0, v0),
                    at((u0 + u1) / 2, v0),
                    at(u0 + (u1 - u0) * 0.2, v1),
                    at(u0, v1),
                ],
                CREAM,
                0.12,
            )
            for third in (1, 2):
                u, v = u0 + (u1 - u0) * third / 3, v0 + (v1 - v0) * third / 3
                stage.canvas.line([at(u, v0), at(u, v1)], 1.4, lighter(deep, 0.4))
                stage.canvas.line([at(u0, v), at(u1, v)], 1.4, lighter(deep, 0.4))
