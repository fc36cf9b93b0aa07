"""Emblems for towns: a crest with a charge, a field and the town's initials."""

import math
import random
import unicodedata
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFont

from cms.demo.pictures.canvas import SUPERSAMPLING, Canvas, Point, as_png
from cms.demo.pictures.charges import CHARGES, Tinctures
from cms.demo.pictures.dice import Dice
from cms.demo.pictures.palette import darker, lighter, mix, rgb
from cms.demo.pictures.shapes import arc, smooth

SIDE = 640


CENTER = (320.0, 320.0)


TINCTURES = tuple(
    Tinctures(*(rgb(code) for code in codes.split()))
    for codes in (
        "1f3a5f 2f6f9f f7f3e6 f0b23e fdf8ec",
        "7c2f3a b8483f fbf1de f0b95a fdf6ea",
        "1f5a4c 3a8f74 f6f3e0 f2c14e fbf8ec",
        "3b3268 6a5aa8 f7f0f4 f4b860 fbf6f8",
        "274b56 3f8f98 fdf4e3 ee8a5a fdf9ef",
        "5a3a28 b9764a fbf0dc 3f8f86 fdf7ea",
        "22345a e0a43c fdf7e6 c2513f fdf8ec",
        "2b4a38 88a84e fdf8e6 d9653f fbfaee",
    )
)


def _shield(inset: float) -> list[Point]:
    left, right, top = 92 + inset, 548 - inset, 46 + inset
    tip = 606 - inset * 1.3
    side = [
        (right, 300.0),
        (530 - inset * 0.9, 420),
        (450 - inset * 0.6, 530 - inset * 0.8),
    ]
    curve = smooth([*side, (320, tip)], closed=False)
    return [
        (left, top),
        (right, top),
        *curve,
        *[(640 - x, y) for x, y in curve[-2::-1]],
    ]


def _round(inset: float) -> list[Point]:
    return arc(CENTER, (278 - inset, 278 - inset), 0, 360)


def _arched(inset: float) -> list[Point]:
    radius = 236 - inset
    top = arc((320, 46 + 236), (radius, radius), 180, 360)
    foot = smooth(
        [(556 - inset, 480), (520 - inset, 560 - inset), (320, 604 - inset)],
        closed=False,
    )
    return [*top, *foot, *[(640 - x, y) for x, y in foot[::-1]]]


def _badge(inset: float) -> list[Point]:
    reach = 292 - inset * 1.12
    turns = [math.radians(corner * 60 - 90) for corner in range(6)]
    corners = [(320 + reach * math.cos(a), 320 + reach * math.sin(a)) for a in turns]
    points = []
    for index, (x, y) in enumerate(corners):
        for other, share in ((index - 1, 0.1), (index, 0.0), ((index + 1) % 6, 0.1)):
            ox, oy = corners[other] if share else CENTER
            pull = share or 0.028
            points.append((x + (ox - x) * pull, y + (oy - y) * pull))
    return points


OUTLINES: tuple[Callable[[float], list[Point]], ...] = (
    _shield,
    _round,
    _arched,
    _badge,
)


def draw_logo(initials: str, seed: int) -> bytes:
    """Draw a town's emblem: a PNG of 640 x 640 on a transparent ground."""
    rng = Dice("logo", initials, seed)
    colors, outline = rng.choice(TINCTURES), rng.choice(OUTLINES)
    canvas, inside = (Canvas((SIDE, SIDE), (SIDE, SIDE)) for _ in range(2))
    canvas.polygon(outline(0), colors.deep)
    canvas.polygon(outline(9), colors.gold)
    canvas.polygon(outline(18), colors.paper)
    _field(inside, colors, rng)
    rng.choice(CHARGES)(inside, colors)
    _ground(inside, colors, rng)
    canvas.image.paste(inside.image, (0, 0), _mask(outline(30)))
    _ribbon(canvas, colors, initials)
    picture = canvas.finish()
    picture.putalpha(_alpha(outline(0)))
    return as_png(picture)


def _mask(*outlines: Sequence[Point]) -> Image.Image:
    mask = Image.new("L", (SIDE * SUPERSAMPLING, SIDE * SUPERSAMPLING))
    for points in outlines:
        scaled = [(x * SUPERSAMPLING, y * SUPERSAMPLING) for x, y in points]
        ImageDraw.Draw(mask).polygon(scaled, fill=255)
    return mask


def _alpha(outline: Sequence[Point]) -> Image.Image:
    """Return what stays visible: the emblem and the ribbon that reaches beyond it."""
    mask = _mask(outline, *_ribbon_parts())
    return mask.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _field(canvas: Canvas, colors: Tinctures, rng: random.Random) -> None:
    kind = rng.choice(("plain", "rays", "halves", "bend"))
    canvas.gradient((0, 0, SIDE, SIDE), (lighter(colors.field, 0.12), colors.field))
    soft = lighter(colors.field, 0.16)
    if kind == "rays":
        for index in range(12):
            start = math.radians(index * 30)
            far = [
                (320 + 500 * math.cos(a), 300 + 500 * math.sin(a))
                for a in (start, start + 0.26)
            ]
            canvas.polygon([(320, 300), *far], soft)
    elif kind == "halves":
        canvas.rect((320, 0, 320, SIDE), darker(colors.field, 0.16))
    elif kind == "bend":
        for shift in (-330, -30, 270):
            band = [
                (shift, 0),
                (shift + 150, 0),
                (shift + 520, SIDE),
                (shift + 370, SIDE),
            ]
            canvas.polygon(band, soft)


def _ground(canvas: Canvas, colors: Tinctures, rng: random.Random) -> None:
    """Lay water or hills under the charge."""
    if rng.random() < 0.55:
        for row, tone in enumerate(
            (colors.charge, colors.deep, colors.charge, colors.deep)
        ):
            y = 418 + row * 30
            crest = [
                (x, y + (9 if (x // 40 + row) % 2 else -9)) for x in range(-40, 721, 40)
            ]
            canvas.polygon(
                [*smooth(crest, closed=False, steps=6), (720, 700), (-40, 700)], tone
            )
        return
    for lift, tone in ((0, mix(colors.deep, colors.field, 0.5)), (44, colors.deep)):
        top = 420.0 + lift
        ridge = [
            (-40.0, top - 10),
            (160, top - 30),
            (330, top + 6),
            (500, top - 24),
            (700, top),
        ]
        canvas.polygon([*smooth(ridge, closed=False), (700, 700), (-40, 700)], tone)


def _ribbon_parts() -> tuple[list[Point], ...]:
    upper = smooth([(88, 448), (320, 468), (552, 448)], closed=False)
    lower = smooth([(552, 536), (320, 556), (88, 536)], closed=False)
    tail = [(34.0, 478.0), (128, 484), (128, 570), (34, 562), (60, 520)]
    return tail, [(640 - x, y) for x, y in tail], [*upper, *lower]


def _ribbon(canvas: Canvas, colors: Tinctures, initials: str) -> None:
    left, right, band = _ribbon_parts()
    for tail in (left, right):
        canvas.polygon(tail, darker(colors.gold, 0.3))
    canvas.polygon([(88, 536), (128, 540), (128, 570)], darker(colors.gold, 0.6))
    canvas.polygon([(552, 536), (512, 540), (512, 570)], darker(colors.gold, 0.6))
    canvas.shade([band], (colors.gold, lighter(colors.gold, 0.2), colors.gold))
    text = _plain(initials)
    size = min(78, 400 / max(len(text), 1) * 1.2)
    font = ImageFont.load_default(size * SUPERSAMPLING)
    place = (320 * SUPERSAMPLING, 505 * SUPERSAMPLING)
    ink = darker(colors.deep, 0.3)
    pen = ImageDraw.Draw(canvas.image)
    pen.text(
        place, text, fill=ink, font=font, anchor="mm", stroke_width=4, stroke_fill=ink
    )


def _plain(initials: str) -> str:
    """Return capitals without accents, which Pillow's own font cannot draw."""
    letters = unicodedata.normalize("NFKD", initials.upper())
    return "".join(c for c in letters if not unicodedata.combining(c))[:6]
