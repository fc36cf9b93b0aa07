"""Haircuts for portraits: what lies behind the head and what lies in front."""

from collections.abc import Callable
from dataclasses import dataclass

from cms.demo.pictures.canvas import Canvas
from cms.demo.pictures.palette import CREAM, Color, darker, lighter, mix
from cms.demo.pictures.shapes import arc, smooth


@dataclass(frozen=True)
class Sitter:
    """How the person portrayed looks."""

    skin: Color
    hair: Color
    clothes: Color
    ground: Color


def _nothing(canvas: Canvas, sitter: Sitter) -> None:
    """Leave out what is behind the head."""


def crop(canvas: Canvas, sitter: Sitter) -> None:
    """Cut the hair short: the one cut that a beard goes with."""
    top = smooth(
        [
            (256, 370),
            (258, 270),
            (300, 196),
            (400, 166),
            (500, 196),
            (542, 270),
            (544, 370),
            (526, 320),
            (470, 268),
            (370, 276),
            (290, 300),
            (274, 340),
        ]
    )
    canvas.shade([top], (lighter(sitter.hair, 0.14), sitter.hair))


def _quiff(canvas: Canvas, sitter: Sitter) -> None:
    top = smooth(
        [
            (256, 366),
            (256, 262),
            (292, 170),
            (400, 126),
            (520, 150),
            (552, 250),
            (544, 366),
            (524, 300),
            (440, 270),
            (330, 256),
            (280, 296),
        ]
    )
    canvas.shade([top], (lighter(sitter.hair, 0.18), sitter.hair))
    canvas.line(arc((420, 250), (110, 80), 200, 290), 7, lighter(sitter.hair, 0.2))


def _curls(canvas: Canvas, sitter: Sitter) -> None:
    spots = (
        (262, 316),
        (262, 250),
        (300, 196),
        (356, 164),
        (420, 158),
        (482, 182),
        (528, 232),
        (542, 304),
        (330, 234),
        (400, 216),
        (466, 236),
    )
    for index, spot in enumerate(spots):
        canvas.circle(spot, 50, lighter(sitter.hair, 0.07 * (index % 3)))


def _long_back(canvas: Canvas, sitter: Sitter) -> None:
    fall = smooth(
        [
            (400, 150),
            (540, 190),
            (586, 350),
            (590, 560),
            (560, 690),
            (240, 690),
            (210, 560),
            (214, 350),
            (260, 190),
        ]
    )
    canvas.shade([fall], (sitter.hair, darker(sitter.hair, 0.2)))


def _bob_back(canvas: Canvas, sitter: Sitter) -> None:
    fall = smooth(
        [
            (400, 152),
            (536, 190),
            (580, 340),
            (580, 500),
            (500, 560),
            (300, 560),
            (220, 500),
            (220, 340),
            (264, 190),
        ]
    )
    canvas.shade([fall], (sitter.hair, darker(sitter.hair, 0.2)))


def _parting(canvas: Canvas, sitter: Sitter) -> None:
    left = smooth(
        [
            (430, 172),
            (320, 176),
            (252, 260),
            (244, 400),
            (262, 440),
            (284, 340),
            (360, 290),
            (440, 212),
        ]
    )
    right = smooth(
        [
            (420, 172),
            (500, 184),
            (550, 270),
            (556, 400),
            (540, 440),
            (520, 340),
            (474, 270),
        ]
    )
    canvas.polygon(right, darker(sitter.hair, 0.06))
    canvas.shade([left], (lighter(sitter.hair, 0.16), sitter.hair))


def _fringe(canvas: Canvas, sitter: Sitter) -> None:
    top = smooth(
        [
            (250, 420),
            (240, 290),
            (300, 180),
            (400, 154),
            (500, 180),
            (560, 290),
            (550, 420),
            (528, 340),
            (520, 310),
            (400, 322),
            (280, 310),
            (272, 340),
        ]
    )
    canvas.shade([top], (lighter(sitter.hair, 0.16), sitter.hair))


def _bun_back(canvas: Canvas, sitter: Sitter) -> None:
    canvas.circle((400, 150), 74, darker(sitter.hair, 0.08))
    canvas.line(arc((400, 150), (46, 46), 190, 320), 7, lighter(sitter.hair, 0.16))


def _scarf_back(canvas: Canvas, sitter: Sitter) -> None:
    cloth = mix(sitter.clothes, CREAM, 0.35)
    wrap = smooth(
        [
            (400, 140),
            (548, 190),
            (584, 360),
            (556, 560),
            (620, 700),
            (180, 700),
            (244, 560),
            (216, 360),
            (252, 190),
        ]
    )
    canvas.shade([wrap], (lighter(cloth, 0.1), darker(cloth, 0.16)))


def _scarf(canvas: Canvas, sitter: Sitter) -> None:
    cloth = mix(sitter.clothes, CREAM, 0.35)
    outer = smooth(
        [
            (400, 140),
            (546, 190),
            (578, 360),
            (548, 560),
            (400, 712),
            (252, 560),
            (222, 360),
            (254, 190),
        ]
    )
    inner = smooth(
        [
            (400, 238),
            (500, 276),
            (522, 380),
            (486, 496),
            (400, 540),
            (314, 496),
            (278, 380),
            (300, 276),
        ]
    )
    canvas.polygon([*outer, outer[0], inner[0], *inner[::-1]], cloth)
    canvas.line(arc((400, 420), (150, 200), 200, 330), 6, darker(cloth, 0.12))


Cut = Callable[[Canvas, Sitter], None]


HAIRCUTS: tuple[tuple[Cut, Cut], ...] = (
    (_nothing, crop),
    (_nothing, crop),
    (_nothing, _quiff),
    (_nothing, _curls),
    (_long_back, _parting),
    (_long_back, _fringe),
    (_bob_back, _fringe),
    (_bob_back, _parting),
    (_bun_back, _parting),
    (_scarf_back, _scarf),
)
