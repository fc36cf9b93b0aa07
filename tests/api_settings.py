"""The API's settings with some of them changed."""

from typing import Any

from django.conf import settings


def api_settings(**changed: Any) -> dict[str, Any]:
    """Return `CMS_API` for `override_settings`."""
    return {**settings.CMS_API, **changed}
