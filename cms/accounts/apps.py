from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """How people sign in, and what protects their accounts."""

    name = "cms.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from cms.accounts import checks, signal_handlers

        checks.register_checks()
        signal_handlers.connect()
