"""Illustrations for the demo content, drawn from a name and a seed."""

from cms.demo.pictures.emblems import draw_logo
from cms.demo.pictures.portraits import draw_portrait
from cms.demo.pictures.scenes import SCENES, draw_scene

__all__ = ["SCENES", "draw_logo", "draw_portrait", "draw_scene"]
