"""Says at start when something would sign people in past our limits."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


def only_our_backend(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse other ways of looking at a password, which nobody would count."""
    ours = ["allauth.account.auth_backends.AuthenticationBackend"]
    if list(settings.AUTHENTICATION_BACKENDS) == ours:
        return []
    return [
        Error(
            "AUTHENTICATION_BACKENDS has a backend besides allauth's.",
            hint="Attempts are limited in cms.accounts.adapter alone.",
            id="accounts.E001",
        )
    ]


def register_checks() -> None:
    """Have Django run them."""
    register(only_our_backend)
