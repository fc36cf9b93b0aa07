from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """What is known about translations beyond wagtail-localize's own tables."""

    name = "cms.translations"
    label = "translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        from cms.translations import signal_handlers

        signal_handlers.connect()
