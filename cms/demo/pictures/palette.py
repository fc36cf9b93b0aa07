"""Colour: moods of light, families of building colours, and how the two mix."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

Color = tuple[int, int, int]


def rgb(code: str) -> Color:
    """Read a colour written as six hexadecimal digits."""
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def mix(first: Color, second: Color, share: float) -> Color:
    """Move from the first colour towards the second by a share of the way."""
    (r0, g0, b0), (r1, g1, b1) = first, second
    red, green = r0 + (r1 - r0) * share, g0 + (g1 - g0) * share
    return round(red), round(green), round(b0 + (b1 - b0) * share)


def darker(color: Color, share: float = 0.15) -> Color:
    """Darken towards a cool ink, which looks like shade rather than like soot."""
    return mix(color, (22, 26, 58), share)


def lighter(color: Color, share: float = 0.15) -> Color:
    """Lighten towards a warm cream, which looks like sun rather than like chalk."""
    return mix(color, (255, 247, 228), share)


def read_colors(codes: str) -> tuple[Color, ...]:
    """Read several colours written one after the other."""
    return tuple(rgb(code) for code in codes.split())


@dataclass(frozen=True)
class Mood:
    """The light of one hour: its sky from top to horizon and its tint on things."""

    name: str
    sky: tuple[Color, ...]
    sun: Color
    tint: Color
    dim: float
    lit: float


@dataclass(frozen=True)
class Family:
    """The colours of one kind of town under a neutral light."""

    walls: tuple[Color, ...]
    roofs: tuple[Color, ...]
    leaves: tuple[Color, ...]
    land: tuple[Color, ...]
    accent: Color
    water: Color


def _mood(name: str, sky: str, lights: str, *, dim: float, lit: float) -> Mood:
    sun, tint = read_colors(lights)
    return Mood(name, read_colors(sky), sun, tint, dim, lit)


MOODS = (
    _mood("dawn", "8fb7d9 c9d3dc f6d9c0 fbe6c8", "fff3d6 ffd9b8", dim=0.28, lit=0.12),
    _mood("dawn", "9aa6d6 d6b9d4 f6c4b8 ffe3c4", "fff0d0 ffc9c0", dim=0.32, lit=0.2),
    _mood("day", "4fa3d9 86c5e8 c4e4ef eef6ec", "fffbe6 fff6e2", dim=0.1, lit=0.0),
    _mood("day", "5fb8c9 9bd6d6 d2ece0 f8f3dc", "fffbe6 fff3d4", dim=0.12, lit=0.0),
    _mood("day", "7db6e8 abd0f0 d9e8f2 fdf2e2", "fffdf0 fff8ec", dim=0.08, lit=0.0),
    _mood("dusk", "4a4b8c 9a6aa6 ec8f86 ffc98a", "ffe2a0 f0a890", dim=0.5, lit=0.45),
    _mood("dusk", "2f5a86 7d86ad e8a58c ffd28e", "ffe6ae e8ac88", dim=0.46, lit=0.4),
    _mood("dusk", "6b4a86 c96a8c f59a72 ffd079", "fff0b8 f2a488", dim=0.46, lit=0.4),
    _mood("night", "101c44 1d3166 34508a 6a7fae", "fff4d2 40548e", dim=0.8, lit=0.6),
    _mood("night", "16143c 2b2962 4f4588 9a78a2", "fff0d6 544a8e", dim=0.78, lit=0.62),
)


# Visitors see these beside text all day long: most of them should be bright.
WEIGHTS = {"dawn": 4, "day": 5, "dusk": 3, "night": 1}


FAMILIES = (
    Family(  # warm plaster and clay tiles
        read_colors("f4e3c6 eec9a0 e8a77f f7efe0 d98f6c c9d2bd"),
        read_colors("c2593f a94a38 d0744c 8c4436"),
        read_colors("5f8f56 7ba65c 3f7355 9db765"),
        read_colors("a9c07a 86ad6c 5f9465 3f7a5c"),
        rgb("1f6f8b"),
        rgb("4f9fb8"),
    ),
    Family(  # painted timber under dark roofs
        read_colors("c8553d f2e6d0 e3a74a 4e7f8c 8fb0a4 d98a6a"),
        read_colors("3f4a5a 55606e 6e4a44 2f3d4c"),
        read_colors("4b8566 6a9f6e 2f6657 8db57a"),
        read_colors("9fc28e 78aa80 4d8c72 2f6d62"),
        rgb("f0b23e"),
        rgb("4a8fae"),
    ),
    Family(  # pastel façades
        read_colors("f6d7c8 cfe0dc f5e6b8 e9b9b0 c5d3e6 fbf3e6"),
        read_colors("7a8aa0 b0685c 8c6f7e 5f748c"),
        read_colors("6fa37c 8dbb86 4c8570 b3cc8a"),
        read_colors("b8d09c 93bd90 68a084 468270"),
        rgb("e2664f"),
        rgb("69b0bf"),
    ),
    Family(  # brick and pale stone
        read_colors("c07558 ead9c0 a85d4a dcc0a0 d9a583 f1e8d8"),
        read_colors("4c5566 6b4540 3d5560 7b5148"),
        read_colors("6a8d4f 8aa653 48703f b0b458"),
        read_colors("bcc07a 98ab66 70925a 4a7a54"),
        rgb("2b8a80"),
        rgb("5b97a8"),
    ),
)


CLOTHES = read_colors(
    "e2664f f0b23e 2b8a80 3b5b92 f3e9da 7a4f7e d98f9c 2f3d5c 86a86b c2593f"
)


SKINS = read_colors("f6d2b8 e8b48e c98d65 9c6644 6f4630 f0c4a0")


HAIRS = read_colors("2a2230 4a2f28 7a4a2c c98f4a 8f8a90 1f1c28 a8553a")


CREAM = rgb("fff6e4")


INK = rgb("1f2a44")


GLASS = rgb("5f8299")


LAMP = rgb("ffd27a")


def hair_for(rng: random.Random, skin: Color) -> Color:
    """Pick a hair colour that is likely with a skin: fair hair with fair skin."""
    return rng.choice(HAIRS if sum(skin) > 480 else (*HAIRS[:2], *HAIRS[4:6]))


@dataclass(frozen=True)
class Palette:
    """One family of colours seen in the light of one mood."""

    mood: Mood
    family: Family

    @classmethod
    def choose(cls, rng: random.Random, moods: Sequence[str] = ()) -> "Palette":
        """Pick a palette, from the named moods only when some are named."""
        fitting = [mood for mood in MOODS if not moods or mood.name in moods]
        weights = [WEIGHTS[mood.name] for mood in fitting]
        return cls(rng.choices(fitting, weights)[0], rng.choice(FAMILIES))

    @property
    def haze(self) -> Color:
        """The colour things fade to with distance."""
        low, high = self.mood.sky[-1], self.mood.sky[-2]
        return mix(low, high, 0.45)

    @property
    def is_dark(self) -> bool:
        """Whether lamps are what lights the scene."""
        return self.mood.name == "night"

    def tone(self, color: Color, depth: float = 0.0) -> Color:
        """Show a neutral colour in this light, faded by its depth from 0 to 1."""
        (red, green, blue), (r, g, b) = color, self.mood.tint
        shaded = (red * r // 255, green * g // 255, blue * b // 255)
        lit = mix(color, shaded, self.mood.dim)
        if self.is_dark:
            # Multiplied greens turn to mud; moonlight pulls all hues together.
            lit = mix(lit, self.mood.tint, 0.26)
        return mix(lit, self.haze, depth)

    def wall(self, rng: random.Random, depth: float = 0.0) -> Color:
        """Pick a wall colour."""
        return self.tone(rng.choice(self.family.walls), depth)

    def roof(self, rng: random.Random, depth: float = 0.0) -> Color:
        """Pick a roof colour."""
        return self.tone(rng.choice(self.family.roofs), depth)

    def leaf(self, rng: random.Random, depth: float = 0.0) -> Color:
        """Pick a foliage colour."""
        return self.tone(rng.choice(self.family.leaves), depth)

    def land(self, nearness: float, depth: float = 0.0) -> Color:
        """Return the colour of the ground, from far (0) to near (1)."""
        steps = self.family.land
        place = min(max(nearness, 0.0), 0.999) * (len(steps) - 1)
        index = int(place)
        return self.tone(mix(steps[index], steps[index + 1], place - index), depth)

    def window(self, rng: random.Random, depth: float = 0.0) -> Color:
        """Pick the colour of one window pane: glass or lamplight."""
        if rng.random() < self.mood.lit:
            return mix(mix(LAMP, CREAM, rng.random() * 0.4), self.haze, depth * 0.5)
        return self.tone(mix(GLASS, self.mood.sky[0], 0.25), depth)
