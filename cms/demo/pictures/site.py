"""A building site: where to draw, and the parts every building has."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from cms.demo.pictures.canvas import Box, Canvas, Point
from cms.demo.pictures.palette import CREAM, LAMP, Color, Palette, darker, lighter
from cms.demo.pictures.shapes import arch


@dataclass(frozen=True)
class Site:
    """What every building needs: where to draw, in what light, how far away."""

    canvas: Canvas
    palette: Palette
    rng: random.Random
    depth: float = 0.0

    def window(self, box: Box, *, frame: bool = True) -> None:
        """Set one window: frame, pane, glazing bars and sill."""
        x, y, width, height = box
        light = self.palette.tone(CREAM, self.depth)
        if frame:
            edge = width * 0.14
            self.canvas.rect(
                (x - edge, y - edge, width + 2 * edge, height + 2 * edge), light
            )
        self.canvas.rect(box, self.palette.window(self.rng, self.depth))
        if frame and width > 11:
            bar = max(width * 0.08, 1.4)
            self.canvas.rect((x + (width - bar) / 2, y, bar, height), light)
            self.canvas.rect((x, y + height * 0.42, width, bar), light)
            sill = darker(light, 0.2)
            self.canvas.rect(
                (x - width * 0.22, y + height + width * 0.14, width * 1.44, bar * 1.4),
                sill,
            )

    def windows(
        self,
        box: Box,
        grid: tuple[int, int],
        *,
        share: Point = (0.42, 0.56),
        frame: bool = True,
    ) -> None:
        """Spread a grid of windows over a wall."""
        x, y, width, height = box
        columns, rows = grid
        cell_w, cell_h = width / columns, height / rows
        pane_w, pane_h = cell_w * share[0], cell_h * share[1]
        for row in range(rows):
            for column in range(columns):
                left = x + column * cell_w + (cell_w - pane_w) / 2
                top = y + row * cell_h + (cell_h - pane_h) / 2
                self.window((left, top, pane_w, pane_h), frame=frame)

    def door(self, x: float, y: float, width: float, height: float) -> None:
        """Set an arched door standing on y."""
        canvas, light = self.canvas, self.palette.tone(CREAM, self.depth)
        canvas.polygon(arch(x - width * 0.14, y, width * 1.28, height * 1.08), light)
        wood = self.palette.tone(darker(self.palette.family.accent, 0.25), self.depth)
        canvas.polygon(arch(x, y, width, height), wood)
        canvas.rect(
            (x + width / 2, y - height * 0.74, 1.6, height * 0.74), darker(wood, 0.3)
        )
        canvas.circle(
            (x + width * 0.62, y - height * 0.42), max(1.2, width * 0.05), LAMP
        )

    def roofed(self, points: Sequence[Point], color: Color, *, rows: int = 0) -> None:
        """Fill a roof with a light top edge and, for a big one, courses of tiles."""
        self.canvas.shade([points], (lighter(color, 0.14), color, darker(color, 0.1)))
        if rows and len(points) == 4:
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
            for row in range(1, rows):
                t = row / rows
                course = [
                    (ax + (dx - ax) * t, ay + (dy - ay) * t),
                    (bx + (cx - bx) * t, by + (cy - by) * t),
                ]
                self.canvas.line(course, 1.6, darker(color, 0.3), 0.35)
