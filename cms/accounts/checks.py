"""Says at start when something would sign people in past our limits."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


def only_our_backend(
    app_configs: Sequence[Any] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse other ways of looking at a password, which nobody would count."""
    ours = ["cms.accounts.backend.OneAccountBackend"]
    if list(settings.AUTHENTICATION_BACKENDS) == ours:
        return []
    return [
        Error(
            "AUTHENTICATION_BACKENDS has a backend besides ours.",
            hint="Attempts are limited in cms.accounts alone.",
            id="accounts.E001",
        )
    ]


def register_checks() -> None:
    """Have Django run them."""
    register(only_our_backend)
