from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    """Organisations, people and their contacts."""

    name = "network"
    verbose_name = _("Network")
