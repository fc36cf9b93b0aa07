"""A site made of the stock parts as their manuals make it."""

from pathlib import Path

from django.apps import AppConfig


class StockConfig(AppConfig):
    """Pages, a snippet and pictures, declared for Grapple."""

    name = "tests.threats.stock"
    label = "stock"
    path = str(Path(__file__).parent)
    default_auto_field = "django.db.models.BigAutoField"
