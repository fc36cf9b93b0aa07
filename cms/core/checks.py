"""House rules that explain themselves when they are broken."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Tags, register
from wagtail.models import get_page_models

from cms.core.models import BasePage

OURS = ("home", "news", "projects", "publications", "network", "core")


def register_checks() -> None:
    """Put the rules among Django's system checks."""
    register(pages_extend_base_page, Tags.models)
    register(grapple_follows_snippets, Tags.compatibility)


def pages_extend_base_page(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every page type of ours is a BasePage."""
    return list(_strangers())


def _strangers() -> Iterator[CheckMessage]:
    for model in get_page_models():
        if model._meta.app_label in OURS and not issubclass(model, BasePage):
            yield Error(
                f"{model.__name__} is not a BasePage.",
                hint="Extend cms.core.models.BasePage.",
                obj=model,
                id="cms.E001",
            )


def grapple_follows_snippets(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Grapple reads the snippet registry, which must be filled before."""
    order = [config.name for config in apps.get_app_configs()]
    if order.index("grapple") > order.index("wagtail.snippets"):
        return []
    return [
        Error(
            "grapple stands before wagtail.snippets in INSTALLED_APPS.",
            hint="Move grapple behind every Wagtail app.",
            id="cms.E002",
        )
    ]
