"""Outlines: smooth curves, arcs, blobs and ridges as lists of points."""

import itertools
import math
import random
from collections.abc import Iterable, Sequence

from cms.demo.pictures.canvas import Point


def smooth(
    points: Sequence[Point], *, closed: bool = True, steps: int = 8
) -> list[Point]:
    """Return a Catmull-Rom curve through the points."""
    count = len(points)
    curve: list[Point] = []
    for index in range(count if closed else count - 1):
        near = [index - 1, index, index + 1, index + 2]
        if closed:
            quad = [points[i % count] for i in near]
        else:
            quad = [points[min(max(i, 0), count - 1)] for i in near]
        curve += [_spline(quad, step / steps) for step in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _spline(quad: Sequence[Point], t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    a, b = -t + 2 * t * t - t**3, 2 - 5 * t * t + 3 * t**3
    c, d = t + 4 * t * t - 3 * t**3, t**3 - t * t
    return (
        (a * ax + b * bx + c * cx + d * dx) / 2,
        (a * ay + b * by + c * cy + d * dy) / 2,
    )


def arc(center: Point, radii: Point, start: float, end: float) -> list[Point]:
    """Return points on an ellipse between two angles in degrees, clockwise."""
    (x, y), (rx, ry) = center, radii
    count = max(6, int(abs(end - start) / 6))
    angles = [math.radians(start + (end - start) * i / count) for i in range(count + 1)]
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in angles]


def arch(x: float, y: float, width: float, height: float) -> list[Point]:
    """Return a doorway outline with a round top, standing on y."""
    radius = width / 2
    top = arc((x + radius, y - height + radius), (radius, radius), 180, 360)
    return [(x, y), *top, (x + width, y)]


def blob(
    rng: random.Random, center: Point, radii: Point, bumps: int = 9
) -> list[Point]:
    """Return an uneven round outline, such as a crown of leaves."""
    (x, y), (rx, ry) = center, radii
    turn = rng.random() * math.tau
    points = []
    for index in range(bumps):
        angle = turn + index * math.tau / bumps
        reach = rng.uniform(0.86, 1.1)
        points.append(
            (x + rx * reach * math.cos(angle), y + ry * reach * math.sin(angle))
        )
    return smooth(points)


def ridge(rng: random.Random, level: float, rise: float, waves: int = 5) -> list[Point]:
    """Return a soft skyline across the whole picture, from left to right."""
    step = 1700 / waves
    heights = [level + rng.uniform(-rise, rise) for _ in range(waves + 1)]
    points = [(-50 + i * step, height) for i, height in enumerate(heights)]
    return smooth(points, closed=False, steps=12)


def ground(skyline: Sequence[Point], bottom: float = 1010) -> list[Point]:
    """Close a skyline into the land below it."""
    return [(skyline[0][0], bottom), *skyline, (skyline[-1][0], bottom)]


def height_at(skyline: Sequence[Point], x: float) -> float:
    """Return the height of a skyline at x."""
    for (ax, ay), (bx, by) in itertools.pairwise(skyline):
        if ax <= x <= bx and bx > ax:
            return ay + (by - ay) * (x - ax) / (bx - ax)
    return skyline[-1][1]


def placed(origin: Point, size: Point, points: Iterable[Point]) -> list[Point]:
    """Return points given in shares of a size, seen from an origin."""
    (x, y), (width, height) = origin, size
    return [(x + px * width, y + py * height) for px, py in points]


def strip(path: Sequence[Point], widths: tuple[float, float]) -> list[Point]:
    """Return a ribbon of changing width along a path, measured level."""
    last = len(path) - 1
    left, right = [], []
    for index, (x, y) in enumerate(path):
        half = (widths[0] + (widths[1] - widths[0]) * (index / last) ** 1.6) / 2
        left.append((x - half, y))
        right.append((x + half, y))
    return left + right[::-1]
