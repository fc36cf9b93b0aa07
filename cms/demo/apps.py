from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Demo content and its loader."""

    name = "cms.demo"
    label = "demo"
    verbose_name = "Demo content"
