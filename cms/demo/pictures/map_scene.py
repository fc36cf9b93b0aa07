"""An abstract map of a network of towns."""

import math

from cms.demo.pictures.buildings import cottage
from cms.demo.pictures.canvas import Point
from cms.demo.pictures.landmarks import church
from cms.demo.pictures.nature import tree, winding
from cms.demo.pictures.palette import CREAM, INK, LAMP, darker, lighter, mix, rgb
from cms.demo.pictures.shapes import blob, smooth, strip
from cms.demo.pictures.stage import Stage

GAP = 235.0


def network_map(stage: Stage) -> None:
    """Draw towns on a map, and the lines between them."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    sea = palette.tone(mix(palette.family.water, CREAM, 0.25))
    canvas.gradient((0, 0, 1600, 1000), (lighter(sea, 0.25), sea, darker(sea, 0.1)))
    _sea_lines(stage)
    _land(stage)
    towns = _towns(stage)
    links = _links(towns)
    for first, second in links:
        _link(stage, towns[first], towns[second])
    hub = min(range(len(towns)), key=lambda i: math.dist(towns[i], (800, 520)))
    for index, place in sorted(enumerate(towns), key=lambda item: item[1][1]):
        _town(
            stage,
            place,
            84 if index == hub else rng.uniform(54, 66),
            is_hub=index == hub,
        )


def _sea_lines(stage: Stage) -> None:
    for _ in range(60):
        x, y = stage.rng.uniform(0, 1600), stage.rng.uniform(0, 1000)
        wave = [(x + i * 12, y + (4 if i % 2 else -4)) for i in range(5)]
        stage.canvas.line(smooth(wave, closed=False, steps=4), 2.5, CREAM, 0.35)


def _land(stage: Stage) -> None:
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    shapes = [_coast(stage, (800 + rng.uniform(-50, 50), 520), (700, 420), 30)]
    shapes.append(
        _coast(stage, (rng.choice((70, 1530)), rng.uniform(90, 170)), (210, 120), 14)
    )
    shapes.append(
        _coast(stage, (rng.choice((90, 1510)), rng.uniform(860, 930)), (150, 90), 12)
    )
    shallow = lighter(palette.tone(palette.family.water), 0.42)
    for grow, tone, alpha in (
        (46, shallow, 0.35),
        (24, shallow, 0.7),
        (8, palette.tone(rgb("f3e3b8")), 1),
    ):
        for shape in shapes:
            canvas.polygon(_grown(shape, grow), tone, alpha)
    land = palette.land(0.1)
    canvas.shade(shapes, (lighter(land, 0.26), lighter(land, 0.06), land))
    _patches(stage)


def _coast(stage: Stage, center: Point, radii: Point, bumps: int) -> list[Point]:
    """Return the outline of an island with bays and headlands."""
    phases = [stage.rng.random() * math.tau for _ in range(3)]
    points = []
    for index in range(bumps):
        angle = index * math.tau / bumps
        reach = 1 + sum(
            0.07 / (i + 1) * math.sin((i * 2 + 2) * angle + p)
            for i, p in enumerate(phases)
        )
        reach += stage.rng.uniform(-0.035, 0.035)
        points.append(
            (
                center[0] + radii[0] * reach * math.cos(angle),
                center[1] + radii[1] * reach * math.sin(angle),
            )
        )
    return smooth(points)


def _patches(stage: Stage) -> None:
    """Draw what lies between the towns: woods, fields, a range and its river."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.rng
    tones = [
        palette.land(0.3),
        palette.land(0.5),
        palette.tone(rgb("e6d088")),
        palette.tone(rgb("c9d585")),
    ]
    for index in range(12):
        angle, reach = rng.random() * math.tau, rng.random() ** 0.6
        place = (
            800 + 400 * reach * math.cos(angle),
            520 + 230 * reach * math.sin(angle),
        )
        size = rng.uniform(60, 112)
        tone = mix(tones[index % 4], palette.land(0.1), 0.3)
        canvas.polygon(blob(rng, place, (size * 1.5, size), 8), tone, 0.8)
    spring = (rng.uniform(620, 980), rng.uniform(215, 260))
    river = winding(spring, (rng.uniform(500, 1100), 1010), swing=170, bends=3)
    canvas.polygon(
        strip(river, (5, 34)), lighter(palette.tone(palette.family.water), 0.2)
    )
    for dx, tall in ((-120, 60), (90, 66), (-60, 96), (30, 110), (-10, 74)):
        _peak(stage, (spring[0] + dx, spring[1] + 14), tall)
    for _ in range(9):
        x, y = rng.uniform(280, 1320), rng.uniform(260, 820)
        kind = rng.choice(("pine", "round"))
        for _ in range(rng.choice((4, 5, 6))):
            spot = (x + rng.uniform(-50, 50), y + rng.uniform(-26, 26))
            tree(canvas, palette, rng, spot, rng.uniform(34, 48), kind=kind)


def _peak(stage: Stage, foot: Point, tall: float) -> None:
    (x, y), canvas, tone = foot, stage.canvas, stage.palette.tone
    stone = tone(rgb("93a0b5"))
    canvas.polygon(
        [(x - tall * 0.8, y), (x, y - tall), (x + tall * 0.8, y)], lighter(stone, 0.2)
    )
    canvas.polygon(
        [(x + tall * 0.1, y), (x, y - tall), (x + tall * 0.8, y)], darker(stone, 0.16)
    )
    canvas.polygon(
        [
            (x - tall * 0.26, y - tall * 0.68),
            (x, y - tall),
            (x + tall * 0.26, y - tall * 0.68),
            (x, y - tall * 0.58),
        ],
        tone(rgb("fdfaf4")),
    )


def _grown(shape: list[Point], by: float) -> list[Point]:
    x = sum(px for px, _ in shape) / len(shape)
    y = sum(py for _, py in shape) / len(shape)
    points = []
    for px, py in shape:
        reach = math.dist((px, py), (x, y))
        points.append((px + (px - x) / reach * by, py + (py - y) / reach * by))
    return points


def _towns(stage: Stage) -> list[Point]:
    towns: list[Point] = []
    for _ in range(400):
        place = (stage.rng.uniform(250, 1350), stage.rng.uniform(240, 800))
        inside = ((place[0] - 800) / 590) ** 2 + ((place[1] - 520) / 330) ** 2 < 1
        if inside and all(math.dist(place, other) > GAP for other in towns):
            towns.append(place)
    return towns


def _links(towns: list[Point]) -> list[tuple[int, int]]:
    """Join each town to the nearest one before it, then add some short cuts."""
    links: set[tuple[int, int]] = set()
    for index in range(1, len(towns)):
        near = sorted(range(index), key=lambda i: math.dist(towns[i], towns[index]))
        links.update((other, index) for other in near[:2])
    return sorted(links)


def _link(stage: Stage, start: Point, end: Point) -> None:
    (ax, ay), (bx, by) = start, end
    length = math.dist(start, end)
    lift = min(70, length * 0.2)
    middle = ((ax + bx) / 2, (ay + by) / 2 - lift)
    path = smooth([start, middle, end], closed=False, steps=14)
    accent = stage.palette.tone(stage.palette.family.accent)
    shadow = [
        (x, y + 10 + 0.5 * (ay + (by - ay) * i / len(path) - y))
        for i, (x, y) in enumerate(path)
    ]
    stage.canvas.line(shadow, 6, INK, 0.13)
    stage.canvas.line(path, 8, lighter(CREAM, 0.4))
    stage.canvas.line(path, 4, accent)
    for share in (0.32, 0.5, 0.68):
        spot = path[int(share * (len(path) - 1))]
        stage.canvas.circle(spot, 9, lighter(CREAM, 0.5))
        stage.canvas.circle(spot, 5.5, LAMP)


def _town(stage: Stage, place: Point, radius: float, *, is_hub: bool) -> None:
    (x, y), canvas, palette = place, stage.canvas, stage.palette
    accent = palette.tone(
        palette.family.accent if is_hub else stage.rng.choice(palette.family.roofs)
    )
    canvas.glow((x, y + radius * 0.3), (radius * 1.7, radius * 1.5), INK, 0.4)
    canvas.circle(place, radius, accent)
    canvas.circle(place, radius * 0.9, lighter(CREAM, 0.5))
    canvas.circle(place, radius * 0.82, mix(palette.mood.sky[-2], CREAM, 0.3))
    lawn = [
        (x + radius * 0.82 * math.cos(a), y + radius * 0.82 * math.sin(a))
        for a in (math.pi * (0.08 + 0.84 * i / 16) for i in range(17))
    ]
    canvas.polygon(lawn, palette.land(0.4))
    base = y + radius * 0.3
    if is_hub:
        church(stage.site(), (x - radius * 0.36, base), radius * 0.98)
        cottage(stage.site(), (x - radius * 0.62, base + 6), radius * 0.56)
        cottage(stage.site(), (x + radius * 0.05, base + 9), radius * 0.6)
        return
    cottage(stage.site(), (x - radius * 0.6, base), radius * 0.66)
    cottage(stage.site(), (x - radius * 0.02, base + 6), radius * 0.62)
    tree(
        canvas,
        palette,
        stage.rng,
        (x - radius * 0.08, base + 8),
        radius * 0.6,
        kind="round",
    )
