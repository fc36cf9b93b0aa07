"""Trams. Their parts are measured in shares of the length and of the height."""

from cms.demo.pictures.canvas import Point
from cms.demo.pictures.faces import Person
from cms.demo.pictures.palette import CREAM, INK, LAMP, Color, darker, lighter, mix, rgb
from cms.demo.pictures.shapes import arc, placed
from cms.demo.pictures.site import Site

SHELL = (
    (0.05, -1),
    (0.95, -1),
    (0.985, -0.86),
    (1, -0.36),
    (1, -0.12),
    (0, -0.12),
    (0, -0.36),
    (0.015, -0.86),
)


def tram(site: Site, foot: Point, length: float) -> None:
    """Draw a modern low-floor tram from the side, its pantograph on the wire."""
    (x, y), canvas, palette = foot, site.canvas, site.palette
    height = length * 0.2
    size = (length, height)
    cream, ink = palette.tone(CREAM), palette.tone(INK)
    _wheels(site, foot, size)
    canvas.shade([placed(foot, size, SHELL)], (cream, cream, darker(cream, 0.08)))
    body = palette.tone(palette.family.accent)
    canvas.rect((x, y - height * 0.36, length, height * 0.24), body)
    canvas.rect((x, y - height * 0.18, length, height * 0.06), darker(body, 0.25))
    _windows(site, foot, size)
    for share in (0.345, 0.655):
        left = x + length * share - 5
        canvas.rect((left, y - height * 0.99, 10, height * 0.86), ink, 0.75)
    _roof(site, (x, y - height), size)


def _wheels(site: Site, foot: Point, size: Point) -> None:
    (x, y), (length, height), canvas = foot, size, site.canvas
    ink = site.palette.tone(INK)
    canvas.ellipse((x + length / 2, y + 4), (length * 0.52, height * 0.1), INK, 0.35)
    skirt = (x + length * 0.04, y - height * 0.2, length * 0.92, height * 0.18)
    canvas.rect(skirt, ink, radius=6)
    for share in (0.12, 0.2, 0.47, 0.55, 0.82, 0.9):
        hub = (x + length * share, y - height * 0.07)
        canvas.circle(hub, height * 0.1, darker(ink, 0.3))


def _roof(site: Site, place: Point, size: Point) -> None:
    (x, roof), (length, height), canvas = place, size, site.canvas
    ink, grey = site.palette.tone(INK), darker(site.palette.tone(CREAM), 0.25)
    for start, wide in ((0.12, 0.2), (0.62, 0.24)):
        left = x + length * start
        box = (left, roof - height * 0.07, length * wide, height * 0.07)
        canvas.rect(box, grey, radius=4)
    mast, wire = x + length * 0.5, roof - height * 0.42
    elbow = (mast + 14, roof - height * 0.2)
    canvas.line([(mast - 24, roof), elbow, (mast - 12, wire)], 4, ink)
    canvas.line([(mast - 34, wire), (mast + 10, wire)], 4, ink)


def _windows(site: Site, foot: Point, size: Point) -> None:
    (x, y), (length, height), canvas = foot, size, site.canvas
    is_late = site.palette.mood.lit > 0.3
    glass = mix(site.palette.tone(rgb("40566e")), LAMP, 0.7 if is_late else 0.0)
    band = (x + length * 0.06, y - height * 0.86, length * 0.88, height * 0.42)
    canvas.rect(band, glass, radius=10)
    screen = ((0.12, -0.82), (0.02, -0.42), (0.34, -0.42), (0.34, -0.84))
    canvas.polygon(placed(foot, (height, height), screen), glass)
    canvas.polygon(placed((x + length, y), (-height, height), screen), glass)
    for index in range(9):
        if site.rng.random() < 0.6:
            seat = (x + length * (0.1 + index * 0.098), y - height * 0.44)
            _passenger(site, seat, height)
    _doors(site, foot, size, glass)
    for share in (0.13, 0.31, 0.6, 0.86):
        left, top, low = x + length * share, y - height * 0.86, y - height * 0.44
        shine = [(left, top), (left + 26, top), (left - 10, low), (left - 36, low)]
        canvas.polygon(shine, CREAM, 0.14)


def _passenger(site: Site, seat: Point, height: float) -> None:
    (x, y), canvas = seat, site.canvas
    person = Person.choose(site.palette, site.rng)
    crown = (x, y - height * 0.18)
    canvas.circle((x, y - height * 0.16), height * 0.075, person.skin)
    canvas.polygon(arc(crown, (height * 0.08, height * 0.08), 180, 360), person.hair)
    canvas.polygon(arc(seat, (height * 0.11, height * 0.12), 180, 360), person.top)


def _doors(site: Site, foot: Point, size: Point, glass: Color) -> None:
    (x, y), (length, height), canvas = foot, size, site.canvas
    top, tall = y - height * 0.88, height * 0.74
    for share in (0.2, 0.43, 0.73):
        left = x + length * share
        pane = (left, top, length * 0.062, tall)
        canvas.rect(pane, lighter(glass, 0.16), radius=4)
        canvas.rect((left + length * 0.03, top, 3, tall), site.palette.tone(INK))
