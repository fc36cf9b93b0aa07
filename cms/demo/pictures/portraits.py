"""Friendly, abstract portraits: a head and shoulders before a quiet ground."""

import random

from cms.demo.pictures.canvas import Canvas, Point, as_jpeg
from cms.demo.pictures.dice import Dice
from cms.demo.pictures.haircuts import HAIRCUTS, Sitter, crop
from cms.demo.pictures.palette import (
    CLOTHES,
    CREAM,
    INK,
    SKINS,
    Color,
    darker,
    hair_for,
    lighter,
    mix,
    read_colors,
)
from cms.demo.pictures.shapes import arc, blob, smooth

SIDE = 800
GROUNDS = read_colors("f2c68f a9d3cb a9c2e6 f0ae98 c3d48f d3b4dc f5d57e 8fc7c4 e8b7b0")


def draw_portrait(seed: int) -> bytes:
    """Draw somebody's portrait: a JPEG of 800 x 800."""
    rng = Dice("portrait", seed)
    skin = rng.choice(SKINS)
    clothes, ground = rng.choice(CLOTHES), rng.choice(GROUNDS)
    sitter = Sitter(skin, hair_for(rng, skin), clothes, ground)
    canvas = Canvas((SIDE, SIDE), (SIDE, SIDE))
    _backdrop(canvas, sitter, rng)
    back, front = rng.choice(HAIRCUTS)
    canvas.glow((420, 470), (330, 420), darker(sitter.ground, 0.5), 0.25)
    back(canvas, sitter)
    _shoulders(canvas, sitter, rng)
    _head(canvas, sitter)
    if rng.random() < 0.25 and front is crop:
        _beard(canvas, sitter)
    _face(canvas, sitter, rng)
    front(canvas, sitter)
    if rng.random() < 0.35:
        _glasses(canvas)
    return as_jpeg(canvas.finish(mirrored=rng.random() < 0.5))


def _backdrop(canvas: Canvas, sitter: Sitter, rng: random.Random) -> None:
    canvas.gradient((0, 0, SIDE, SIDE), (lighter(sitter.ground, 0.22), sitter.ground))
    soft = lighter(sitter.ground, 0.42)
    kind = rng.choice(("disc", "blob", "arches"))
    if kind == "disc":
        canvas.circle((400, 390), 330, soft)
    elif kind == "blob":
        canvas.polygon(blob(rng, (400, 400), (350, 330), 8), soft)
    else:
        for index in range(3):
            canvas.circle(
                (400, 460),
                380 - index * 70,
                mix(sitter.ground, soft, 0.4 + index * 0.3),
            )


def _shoulders(canvas: Canvas, sitter: Sitter, rng: random.Random) -> None:
    color = sitter.clothes
    left = [(70, 830), (96, 690), (190, 610), (320, 572)]
    right = [(480, 572), (610, 610), (704, 690), (730, 830)]
    outline = smooth([*left, (400, 580), *right], closed=False)
    canvas.shade([outline], (lighter(color, 0.1), darker(color, 0.16)))
    neck = [(338, 470), (462, 470), (466, 590), (400, 650), (334, 590)]
    canvas.polygon(smooth(neck, steps=6), darker(sitter.skin, 0.13))
    rng.choice((_round_neck, _collar, _jacket, _roll_neck))(canvas, color)


def _round_neck(canvas: Canvas, color: Color) -> None:
    canvas.line(arc((400, 572), (78, 82), 8, 172), 18, darker(color, 0.16))


def _roll_neck(canvas: Canvas, color: Color) -> None:
    upper = [(330, 548), (400, 562), (470, 548)]
    lower = [(486, 610), (494, 664), (400, 690), (306, 664), (314, 610)]
    roll = smooth([*upper, *lower])
    canvas.shade([roll], (lighter(color, 0.22), lighter(color, 0.04)))
    canvas.line(arc((400, 590), (84, 36), 20, 160), 6, darker(color, 0.12))


def _collar(canvas: Canvas, color: Color) -> None:
    for side in (-1, 1):
        corners = ((0, 668), (86, 560), (128, 600), (74, 690))
        flap = [(400 + side * x, y) for x, y in corners]
        canvas.polygon(flap, lighter(color, 0.35))


def _jacket(canvas: Canvas, color: Color) -> None:
    shirt = [(330, 574), (400, 830), (470, 574), (400, 652)]
    canvas.polygon(shirt, lighter(CREAM, 0.2))
    for side in (-1, 1):
        corners = ((72, 566), (150, 660), (110, 690), (4, 830))
        lapel = [(400 + side * x, y) for x, y in corners]
        canvas.polygon(lapel, darker(color, 0.22))


def _head(canvas: Canvas, sitter: Sitter) -> None:
    for side in (-1, 1):
        canvas.ellipse(
            (400 + side * 136, 392),
            (28, 38),
            darker(sitter.skin, 0.06 if side < 0 else 0.14),
        )
    jaw = smooth(
        [
            (266, 340),
            (272, 430),
            (318, 508),
            (400, 540),
            (482, 508),
            (528, 430),
            (534, 340),
            (500, 240),
            (400, 205),
            (300, 240),
        ]
    )
    canvas.shade([jaw], (lighter(sitter.skin, 0.12), sitter.skin))
    shade = smooth(
        [(520, 300), (528, 430), (482, 508), (400, 540), (470, 480), (506, 400)]
    )
    canvas.polygon(shade, darker(sitter.skin, 0.3), 0.22)


def _face(canvas: Canvas, sitter: Sitter, rng: random.Random) -> None:
    ink = darker(sitter.skin, 0.78)
    brow = mix(darker(sitter.hair, 0.2), ink, 0.3)
    for side in (-1, 1):
        x = 400 + side * 62
        canvas.ellipse((x, 384), (11, 14), ink)
        canvas.circle((x - 3, 379), 3.6, CREAM)
        canvas.line(arc((x, 358), (30, 16), 205, 335), 9, brow)
        canvas.glow((x + side * 26, 438), (48, 34), (226, 92, 80), 0.42)
    canvas.line(arc((400, 416), (16, 14), 20, 160), 6, darker(sitter.skin, 0.32))
    if rng.random() < 0.5:
        canvas.line(arc((400, 448), (50, 34), 22, 158), 7, ink)
    else:
        canvas.polygon(arc((400, 456), (48, 36), 0, 180), darker(ink, 0.1))
        canvas.polygon(
            [(358, 456), (442, 456), (432, 470), (368, 470)], lighter(CREAM, 0.4)
        )


def _glasses(canvas: Canvas) -> None:
    for side in (-1, 1):
        center = (400 + side * 64, 386)
        canvas.circle(center, 46, CREAM, 0.16)
        canvas.line(arc(center, (46, 46), 0, 360), 8, INK)
        canvas.line([(400 + side * 110, 380), (400 + side * 136, 374)], 8, INK)
    canvas.line(arc((400, 388), (20, 14), 200, 340), 8, INK)


def _beard(canvas: Canvas, sitter: Sitter) -> None:
    outer: list[Point] = [
        (266, 372),
        (272, 440),
        (318, 520),
        (400, 556),
        (482, 520),
        (528, 440),
        (534, 372),
    ]
    inner: list[Point] = [(510, 400), (478, 430), (400, 424), (322, 430), (290, 400)]
    canvas.polygon(
        [*smooth(outer, closed=False), *smooth(inner, closed=False)], sitter.hair
    )
    canvas.ellipse((400, 470), (60, 34), mix(sitter.skin, sitter.hair, 0.12))
