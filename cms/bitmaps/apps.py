from django.apps import AppConfig


class BitmapsConfig(AppConfig):
    """Counts of long lists."""

    name = "cms.bitmaps"
    label = "bitmaps"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.bitmaps import signal_handlers

        signal_handlers.connect()
