"""The content security policies: one for the admin, one for all other pages."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.conf import settings

Policy = Mapping[str, Sequence[str]]
ADMIN_PREFIX: Final = "/admin/"
# On this screen Jcrop, which draws the focal point, looks for a touch screen by setting
# handlers that say “return;”. Handlers of exactly these words may stand here.
LOOSER: Final[Mapping[str, Policy]] = {
    "wagtailimages:edit": {
        "script-src-attr": [
            "'unsafe-hashes'",
            "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='",
        ]
    }
}


def admin_policy() -> Policy:
    """Return the admin's: no script that is not a file of ours, no `eval`."""
    frontends = [settings.FRONTEND_URL, settings.FRONTEND_PREVIEW_URL]
    return {
        **_closed(),
        "script-src": [SELF],
        # Wagtail's markup and editor set styles in the elements themselves.
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, *_origins([settings.MEDIA_URL]), "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "frame-src": [SELF, *_origins(frontends)],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
    }


def public_policy() -> Policy:
    """Return the one of pages that readers see: no script at all."""
    return {
        **_closed(),
        "style-src": [SELF],
        "img-src": [SELF, *_origins([settings.MEDIA_URL]), "data:"],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }


def _closed() -> Policy:
    return {"default-src": [NONE], "base-uri": [NONE], "object-src": [NONE]}


def _origins(addresses: Iterable[str]) -> list[str]:
    parts = [urlsplit(str(address)) for address in addresses]
    found = [f"{part.scheme}://{part.netloc}" for part in parts if part.netloc]
    return list(dict.fromkeys(found))
