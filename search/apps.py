from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Finding content by its words."""

    name = "search"
    verbose_name = _("Search")
