from django.apps import AppConfig


class BrowserSafetyConfig(AppConfig):
    """What browsers are told to refuse."""

    name = "cms.browser_safety"
    label = "browser_safety"

    def ready(self) -> None:
        from cms.browser_safety import choosers

        choosers.start_by_data()
