"""People: walking, standing, cycling, and sitting at a table."""

from collections.abc import Sequence

from cms.demo.pictures.canvas import Canvas, Point
from cms.demo.pictures.faces import Person, head
from cms.demo.pictures.palette import INK, Color, darker, lighter
from cms.demo.pictures.shapes import arc, smooth


def _limb(canvas: Canvas, points: Sequence[Point], width: float, color: Color) -> None:
    canvas.line(points, width, color)
    for point in points:
        canvas.circle(point, width / 2, color)


def standing(
    canvas: Canvas,
    person: Person,
    foot: Point,
    height: float,
    *,
    side: int = 1,
    pose: str = "stand",
) -> None:
    """Draw somebody on their feet: ``stand``, ``walk``, ``wave`` or ``carry``."""
    (x, y), h = foot, height
    canvas.ellipse((x + h * 0.1, y), (h * 0.2, h * 0.025), INK, 0.2)
    hip, shoulder = (x, y - h * 0.46), (x + side * h * 0.01, y - h * 0.78)
    stride = h * (0.13 if pose == "walk" else 0.045)
    for reach, tone in ((-stride, darker(person.bottom, 0.2)), (stride, person.bottom)):
        ankle = (x + side * reach * 1.15, y - h * 0.025)
        knee = (x + side * (reach * 0.75 + h * 0.015), y - h * 0.24)
        _limb(canvas, [hip, knee, ankle], h * 0.075, tone)
        shoe = (
            ankle[0] - h * 0.03 + side * h * 0.022,
            y - h * 0.035,
            h * 0.085,
            h * 0.04,
        )
        canvas.rect(shoe, darker(tone, 0.5), radius=h * 0.02)
    _arm(canvas, person, (shoulder, h), (-side, "back" if pose == "walk" else "rest"))
    torso(canvas, person, (x, y), h, side=side)
    head(canvas, person, (x + side * h * 0.015, y - h * 0.915), h * 0.074, side=side)
    front = {"walk": "front", "wave": "wave", "carry": "carry"}.get(pose, "rest")
    _arm(canvas, person, (shoulder, h), (side, front))


def torso(
    canvas: Canvas, person: Person, foot: Point, h: float, *, side: int = 1
) -> None:
    """Draw the body from the hips to the shoulders, shaded away from the light."""
    x, y = foot
    outline = [
        (x - h * 0.06, y - h * 0.835),
        (x + h * 0.06, y - h * 0.835),
        (x + h * 0.115, y - h * 0.79),
        (x + h * 0.1, y - h * 0.62),
        (x + h * 0.105, y - h * 0.43),
        (x - h * 0.105, y - h * 0.43),
        (x - h * 0.1, y - h * 0.62),
        (x - h * 0.115, y - h * 0.79),
    ]
    canvas.polygon(smooth(outline, steps=5), person.top)
    shade = [
        (x + h * 0.03, y - h * 0.83),
        *outline[2:5],
        (x + h * 0.045, y - h * 0.43),
        (x + h * 0.02, y - h * 0.62),
    ]
    canvas.polygon(shade, darker(person.top, 0.14))


def _arm(
    canvas: Canvas, person: Person, body: tuple[Point, float], move: tuple[int, str]
) -> None:
    ((x, y), h), (side, pose) = body, move
    reach = {
        "rest": ((0.13, 0.16), (0.125, 0.31)),
        "front": ((0.15, 0.14), (0.21, 0.27)),
        "back": ((0.15, 0.15), (0.19, 0.28)),
        "wave": ((0.19, 0.05), (0.23, -0.13)),
        "carry": ((0.13, 0.16), (0.24, 0.17)),
    }[pose]
    joints = [(x + side * h * 0.085, y + h * 0.005)]
    joints += [(x + side * h * dx, y + h * dy) for dx, dy in reach]
    tone = darker(person.top, 0.22 if pose == "back" else 0.07)
    _limb(canvas, joints, h * 0.058, tone)
    canvas.circle(joints[-1], h * 0.033, person.skin)


def seated(
    canvas: Canvas,
    person: Person,
    place: Point,
    height: float,
    *,
    side: int = 0,
    raised: bool = False,
) -> None:
    """Draw somebody behind a table whose edge is at the place given."""
    (x, y), h = place, height
    shoulders = smooth(
        [
            (x - h * 0.3, y),
            (x - h * 0.29, y - h * 0.34),
            (x - h * 0.1, y - h * 0.47),
            (x + h * 0.1, y - h * 0.47),
            (x + h * 0.29, y - h * 0.34),
            (x + h * 0.3, y),
        ],
        closed=False,
        steps=6,
    )
    canvas.shade([shoulders], (lighter(person.top, 0.1), darker(person.top, 0.12)))
    collar = arc((x, y - h * 0.47), (h * 0.1, h * 0.08), 0, 180)
    canvas.polygon(collar, darker(person.skin, 0.1))
    head(canvas, person, (x + side * h * 0.02, y - h * 0.69), h * 0.165, side=side)
    arms = darker(person.top, 0.1)
    for hand in (-1, 1):
        if raised and hand == (side or 1):
            joints = [
                (x + hand * h * 0.235, y - h * 0.32),
                (x + hand * h * 0.36, y - h * 0.36),
                (x + hand * h * 0.35, y - h * 0.62),
            ]
        else:
            joints = [
                (x + hand * h * 0.235, y - h * 0.22),
                (x + hand * h * 0.3, y - h * 0.05),
                (x + hand * h * 0.1, y - h * 0.02),
            ]
        _limb(canvas, joints, h * 0.12, arms)
        canvas.circle(joints[-1], h * 0.07, person.skin)


def cyclist(
    canvas: Canvas, person: Person, foot: Point, height: float, *, frame: Color
) -> None:
    """Draw somebody riding a bicycle to the right."""
    (x, y), h = foot, height
    canvas.ellipse((x, y), (h * 0.5, h * 0.03), INK, 0.2)
    radius = h * 0.2
    back, front = (x - h * 0.3, y - radius), (x + h * 0.32, y - radius)
    for hub in (back, front):
        canvas.line(arc(hub, (radius, radius), 0, 360), h * 0.025, INK)
        canvas.circle(hub, h * 0.02, INK)
    crank, saddle, bars = (
        (x - h * 0.02, y - h * 0.2),
        (x - h * 0.12, y - h * 0.5),
        (x + h * 0.22, y - h * 0.55),
    )
    for tube in (
        (back, crank),
        (crank, saddle),
        (saddle, back),
        (crank, bars),
        (saddle, (x + h * 0.2, y - h * 0.46)),
        (bars, front),
    ):
        canvas.line(tube, h * 0.026, frame)
    hip, shoulder = (x - h * 0.12, y - h * 0.56), (x + h * 0.04, y - h * 0.86)
    _limb(
        canvas,
        [hip, (x + h * 0.1, y - h * 0.4), (x + h * 0.02, y - h * 0.14)],
        h * 0.085,
        person.bottom,
    )
    _limb(canvas, [hip, shoulder], h * 0.15, person.top)
    _limb(
        canvas,
        [shoulder, (x + h * 0.12, y - h * 0.66), bars],
        h * 0.06,
        darker(person.top, 0.12),
    )
    canvas.circle(bars, h * 0.035, person.skin)
    head(canvas, person, (x + h * 0.1, y - h * 1.0), h * 0.09)
