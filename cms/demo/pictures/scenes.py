"""The scenes by name, and the one way to draw them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cms.demo.pictures import (
    civic_scenes,
    harvest_scene,
    land_scenes,
    map_scene,
    seaside_scene,
    shore_scenes,
    solar_scene,
    town_scenes,
)
from cms.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, as_jpeg
from cms.demo.pictures.dice import Dice
from cms.demo.pictures.palette import Palette
from cms.demo.pictures.stage import Stage

PAINTERS: Mapping[str, Callable[[Stage], None]] = MappingProxyType(
    {
        "townscape": town_scenes.townscape,
        "harbour": shore_scenes.harbour,
        "hills-windmills": land_scenes.hills_windmills,
        "bridge": shore_scenes.bridge,
        "old-square": town_scenes.old_square,
        "solar-roofs": solar_scene.solar_roofs,
        "river-valley": land_scenes.river_valley,
        "meeting": civic_scenes.meeting,
        "market": town_scenes.market,
        "tram-street": town_scenes.tram_street,
        "network-map": map_scene.network_map,
        "forest-park": land_scenes.forest_park,
        "seaside-village": seaside_scene.seaside_village,
        "mountain-town": land_scenes.mountain_town,
        "library": civic_scenes.library,
        "reconstruction": civic_scenes.reconstruction,
        "harvest": harvest_scene.harvest,
        "night-city": shore_scenes.night_city,
    }
)

SCENES: tuple[str, ...] = tuple(PAINTERS)

# People do not hold markets at midnight, and a map is read by daylight.
MOODS = {
    "night-city": ("night",),
    "network-map": ("dawn", "day"),
    **dict.fromkeys(
        ("meeting", "market", "library", "reconstruction", "harvest", "solar-roofs"),
        ("dawn", "day", "dusk"),
    ),
}


def draw_scene(name: str, seed: int, size: tuple[int, int] = (WIDTH, HEIGHT)) -> bytes:
    """Draw a scene as a JPEG; other proportions than 16:10 crop its edges evenly."""
    if name not in PAINTERS:
        message = f"Unknown scene {name!r}; the known ones are: {', '.join(SCENES)}."
        raise ValueError(message)
    rng = Dice("scene", name, seed)
    palette = Palette.choose(rng, MOODS.get(name, ()))
    stage = Stage(Canvas(size), palette, rng)
    PAINTERS[name](stage)
    return as_jpeg(stage.canvas.finish(mirrored=rng.random() < 0.5))
