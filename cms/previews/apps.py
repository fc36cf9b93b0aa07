from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreviewsConfig(AppConfig):
    """Drafts for frontends, by short-lived tokens."""

    name = "cms.previews"
    label = "previews"
    verbose_name = _("Previews")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.previews import signal_handlers

        signal_handlers.connect()
