"""A scene's stage: the canvas with its light and its dice, and larger set pieces."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from cms.demo.pictures.buildings import cottage, facade
from cms.demo.pictures.canvas import Canvas, Point
from cms.demo.pictures.faces import Person
from cms.demo.pictures.palette import Palette
from cms.demo.pictures.people import standing
from cms.demo.pictures.site import Site


@dataclass(frozen=True)
class Stage:
    """Everything a scene is drawn with."""

    canvas: Canvas
    palette: Palette
    rng: random.Random

    def site(self, depth: float = 0.0) -> Site:
        """Return a building site at a distance."""
        return Site(self.canvas, self.palette, self.rng, depth)

    def street(
        self,
        y: float,
        *,
        span: tuple[float, float] = (-20, 1620),
        width: Point = (90, 150),
        height: Point = (190, 300),
        depth: float = 0.0,
        gable: str = "",
    ) -> None:
        """Line up town houses from left to right along a level."""
        x, site = span[0], self.site(depth)
        while x < span[1]:
            wide = self.rng.uniform(*width)
            facade(site, (x, y), (wide, self.rng.uniform(*height)), gable=gable)
            x += wide

    def village(
        self, places: Sequence[Point], *, width: Point = (90, 140), depth: float = 0.0
    ) -> None:
        """Build cottages at the places, the farthest first."""
        for place in sorted(places, key=lambda spot: spot[1]):
            cottage(self.site(depth), place, self.rng.uniform(*width))

    def crowd(
        self,
        count: int,
        *,
        span: tuple[float, float] = (80, 1520),
        level: tuple[float, float],
        height: float,
    ) -> None:
        """Let people walk about, smaller the farther away they are."""
        for index in range(count):
            share = index / max(count - 1, 1)
            y = level[0] + (level[1] - level[0]) * share
            tall = height * (0.74 + 0.26 * share) * self.rng.uniform(0.93, 1.06)
            pose = self.rng.choice(("walk", "walk", "stand", "wave", "carry"))
            place = (self.rng.uniform(*span), y)
            person = Person.choose(self.palette, self.rng)
            standing(
                self.canvas,
                person,
                place,
                tall,
                side=self.rng.choice((-1, 1)),
                pose=pose,
            )
