"""How people look: their colours, heads, hair and faces."""

import random
from dataclasses import dataclass

from cms.demo.pictures.canvas import Canvas, Point
from cms.demo.pictures.palette import (
    CLOTHES,
    SKINS,
    Color,
    Palette,
    darker,
    hair_for,
    lighter,
)
from cms.demo.pictures.shapes import arc, placed, smooth

# From the front and from the side, in shares of the head's radius.
HAIRLINES = (
    ((0.72, -0.42), (0, -0.5), (-0.62, -0.46)),
    ((0.3, -0.42), (-0.02, -0.12), (-0.12, 0.3)),
)


@dataclass(frozen=True)
class Person:
    """How somebody looks."""

    skin: Color
    hair: Color
    top: Color
    bottom: Color
    style: str

    @classmethod
    def choose(
        cls, palette: Palette, rng: random.Random, top: Color | None = None
    ) -> "Person":
        """Pick somebody, seen in the light of the palette."""
        shirt, bottom = rng.sample(CLOTHES, 2)
        skin = rng.choice(SKINS)
        return cls(
            palette.tone(skin),
            palette.tone(hair_for(rng, skin)),
            palette.tone(top or shirt),
            palette.tone(darker(bottom, 0.3)),
            rng.choice(("short", "short", "bob", "bun", "long", "cap")),
        )

    @classmethod
    def group(cls, palette: Palette, rng: random.Random, count: int) -> list["Person"]:
        """Pick people who sit side by side, so no two dress alike."""
        tops = rng.sample(CLOTHES, count)
        return [cls.choose(palette, rng, top) for top in tops]


def head(
    canvas: Canvas, person: Person, center: Point, radius: float, *, side: int = 1
) -> None:
    """Draw a head that looks to one side: 1 for right, -1 for left, 0 for ahead."""
    (x, y), r = center, radius
    if person.style in ("long", "bob"):
        fall = r * (1.9 if person.style == "long" else 1.05)
        back = [
            (x - r * 1.1, y - r * 0.1),
            *arc((x, y), (r * 1.12, r * 1.14), 180, 360),
            (x + r * 1.1, y),
        ]
        canvas.polygon(
            [
                *back,
                (x + r * (0.95 - side * 0.5), y + fall),
                (x - r * (0.95 + side * 0.5), y + fall),
            ],
            darker(person.hair, 0.12),
        )
    canvas.rect(
        (x - r * 0.34, y + r * 0.4, r * 0.68, r * 1.0),
        darker(person.skin, 0.14),
        radius=r * 0.3,
    )
    canvas.circle(center, r, person.skin)
    if side:
        canvas.circle((x + side * r * 0.94, y + r * 0.16), r * 0.17, person.skin)
    # Features would be specks on a small head.
    if r > 26:
        _face(canvas, person, center, (r, side))
    _cover(canvas, person, center, (r, side))


def _cover(
    canvas: Canvas, person: Person, center: Point, shape: tuple[float, int]
) -> None:
    """Put on the hair, or the cap or helmet that hides it."""
    (x, y), (r, side) = center, shape
    if person.style in ("cap", "helmet"):
        color = person.hair if person.style == "helmet" else lighter(person.bottom, 0.1)
        brim = (x + side * r * 0.9 - r * 0.6, y - r * 0.42, r * 1.2, r * 0.22)
        canvas.polygon(arc((x, y - r * 0.28), (r * 1.06, r * 0.9), 180, 360), color)
        canvas.rect(brim, darker(color, 0.15), radius=r * 0.1)
        return
    start, end = (125, 322) if side else (176, 364)
    cap = arc((0, -0.02), (1.09, 1.1), start, end)
    line = smooth([cap[-1], *HAIRLINES[bool(side)], cap[0]], closed=False)
    canvas.polygon(placed(center, (r * (side or 1), r), (*cap, *line)), person.hair)
    if side:
        ear = (x - side * r * 0.2, y + r * 0.22)
        canvas.circle(ear, r * 0.17, darker(person.skin, 0.08))
    if person.style == "bun":
        canvas.circle((x - side * r * 0.75, y - r * 0.98), r * 0.46, person.hair)


def _face(
    canvas: Canvas, person: Person, center: Point, shape: tuple[float, int]
) -> None:
    (x, y), (r, side) = center, shape
    x += side * r * 0.42
    ink, blush = darker(person.skin, 0.72), (226, 96, 84)
    for eye in (-1, 1):
        spot = (x + eye * r * (0.26 if side else 0.36), y + r * 0.06)
        canvas.ellipse(spot, (r * 0.055, r * 0.075), ink)
        canvas.ellipse(
            (spot[0] + eye * r * 0.1, y + r * 0.34), (r * 0.15, r * 0.1), blush, 0.24
        )
    canvas.line(
        arc((x, y + r * 0.36), (r * 0.2, r * 0.16), 25, 155), max(1.6, r * 0.05), ink
    )
