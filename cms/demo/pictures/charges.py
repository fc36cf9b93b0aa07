"""The figures a town's emblem may carry."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from cms.demo.pictures.canvas import Canvas
from cms.demo.pictures.palette import Color, darker, lighter, mix
from cms.demo.pictures.shapes import arch, smooth


@dataclass(frozen=True)
class Tinctures:
    """The five colours of one emblem."""

    deep: Color
    field: Color
    charge: Color
    gold: Color
    paper: Color


def _tower(canvas: Canvas, colors: Tinctures) -> None:
    for x, width, top in ((204, 64, 262), (372, 64, 262), (268, 104, 190)):
        canvas.rect((x, top, width, 260), colors.charge)
        canvas.rect(
            (x + width * 0.72, top, width * 0.28, 260), darker(colors.charge, 0.12)
        )
        tooth = width / 5
        for index in (-1, 1, 3, 5):
            canvas.rect(
                (x + tooth * index * 1.0, top - tooth, tooth, tooth + 1), colors.charge
            )
        canvas.rect(
            (x - tooth, top, width + tooth * 2, tooth * 0.8),
            darker(colors.charge, 0.12),
        )
    canvas.polygon(arch(290, 450, 60, 112), colors.deep)
    canvas.polygon(arch(309, 290, 22, 48), colors.deep)
    for x in (226, 394):
        canvas.polygon(arch(x, 346, 20, 42), colors.deep)
    canvas.rect((317, 100, 6, 80), colors.gold)
    canvas.polygon([(323, 102), (382, 118), (323, 136)], colors.gold)


def _tree(canvas: Canvas, colors: Tinctures) -> None:
    canvas.polygon([(302, 450), (310, 280), (330, 280), (338, 450)], colors.gold)
    for x, y, radius in (
        (320, 190, 82),
        (244, 246, 66),
        (396, 246, 66),
        (320, 270, 76),
    ):
        canvas.circle((x, y), radius, colors.charge)
    for x, y in (
        (282, 170),
        (350, 160),
        (240, 240),
        (318, 236),
        (398, 236),
        (286, 290),
        (358, 292),
    ):
        canvas.circle((x, y), 13, colors.gold)


def _bridge(canvas: Canvas, colors: Tinctures) -> None:
    canvas.circle((320, 210), 66, colors.gold)
    deck = smooth(
        [(0, 356), (160, 318), (320, 300), (480, 318), (640, 356)], closed=False
    )
    canvas.polygon([*deck, (640, 480), (0, 480)], colors.charge)
    canvas.line(deck, 12, darker(colors.charge, 0.14))
    for x, width, tall in ((96, 112, 88), (250, 140, 124), (432, 112, 88)):
        canvas.polygon(arch(x, 480, width, tall + 30), colors.field)


def _church(canvas: Canvas, colors: Tinctures) -> None:
    canvas.rect((330, 330, 130, 130), colors.charge)
    canvas.polygon([(318, 332), (340, 268), (448, 268), (476, 332)], colors.gold)
    canvas.rect((232, 236, 98, 230), colors.charge)
    canvas.rect((304, 236, 26, 230), darker(colors.charge, 0.12))
    canvas.polygon([(220, 240), (281, 96), (342, 240)], colors.gold)
    canvas.polygon([(281, 96), (342, 240), (300, 240)], darker(colors.gold, 0.14))
    canvas.circle((278, 284), 24, colors.deep)
    canvas.circle((278, 284), 17, colors.paper)
    canvas.line([(278, 270), (278, 284), (288, 290)], 4, colors.deep)
    for x in (352, 406):
        canvas.polygon(arch(x, 420, 30, 64), colors.deep)


def _ship(canvas: Canvas, colors: Tinctures) -> None:
    canvas.rect((316, 110, 8, 270), colors.gold)
    canvas.polygon(
        [*smooth([(336, 128), (420, 220), (452, 336)], closed=False), (336, 336)],
        colors.charge,
    )
    canvas.polygon([(306, 150), (306, 336), (206, 336)], lighter(colors.gold, 0.2))
    canvas.polygon([(324, 108), (376, 122), (324, 138)], colors.gold)
    hull = smooth([(470, 356), (440, 412), (390, 440)], closed=False)
    canvas.polygon([(170, 356), *hull, (250, 440), (200, 412)], colors.deep)
    canvas.rect((168, 350, 304, 16), colors.gold, radius=6)


def _peaks(canvas: Canvas, colors: Tinctures) -> None:
    canvas.circle((410, 178), 52, colors.gold)
    stone = mix(colors.deep, colors.field, 0.25)
    for x, y, half in ((430, 236, 200), (250, 160, 240)):
        canvas.polygon([(x - half, 500), (x, y), (x + half, 500)], lighter(stone, 0.14))
        canvas.polygon(
            [(x, y), (x + half, 500), (x + 10, 500), (x + 26, y + 120)], stone
        )
        left, right = (x - half * 0.26, y + 88), (x + half * 0.26, y + 88)
        canvas.polygon(
            [(x, y), left, (x - 26, y + 66), (x + 6, y + 104), (x + 34, y + 70), right],
            colors.charge,
        )


def _wheat(canvas: Canvas, colors: Tinctures) -> None:
    for angle in (-34, 0, 34):
        lean = math.radians(angle)
        along, across = (
            (math.sin(lean), -math.cos(lean)),
            (math.cos(lean), math.sin(lean)),
        )
        tip = (320 + along[0] * 320, 440 + along[1] * 320)
        canvas.line([(320, 440), tip], 8, colors.gold)
        for step in range(7):
            x, y = (
                320 + along[0] * (150 + step * 26),
                440 + along[1] * (150 + step * 26),
            )
            for side in (-1, 1):
                mid = (
                    x + side * across[0] * 22 + along[0] * 18,
                    y + side * across[1] * 22 + along[1] * 18,
                )
                top = (
                    x + side * across[0] * 14 + along[0] * 44,
                    y + side * across[1] * 14 + along[1] * 44,
                )
                canvas.polygon(
                    smooth([(x, y), mid, top], steps=5),
                    colors.charge if step % 2 else lighter(colors.gold, 0.3),
                )
    canvas.rect((280, 350, 80, 20), colors.charge, radius=8)


CHARGES: tuple[Callable[[Canvas, Tinctures], None], ...] = (
    _tower,
    _tree,
    _bridge,
    _church,
    _ship,
    _peaks,
    _wheat,
)
