"""The stock site's one app."""

from django.apps import AppConfig


class StockConfig(AppConfig):
    """News with authors, topics, sections and pictures."""

    name = "benchmarks.peers.stock"
    label = "news"
    default_auto_field = "django.db.models.BigAutoField"
