from django.apps import AppConfig


class CoreConfig(AppConfig):
    """What every content app stands on."""

    name = "cms.core"
    label = "core"
    verbose_name = "Municipia"

    def ready(self) -> None:
        from cms.core import checks, signal_handlers
        from cms.core.media import private_data
        from cms.core.richtext import inline_tags

        checks.register_checks()
        signal_handlers.connect()
        private_data.keep_from_renditions()
        inline_tags.keep_in_sentences()
