from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The home page, plain pages, menus and texts of the whole site."""

    name = "home"
    verbose_name = _("Site")
