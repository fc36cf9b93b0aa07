"""Browsers in which an account has signed in before.

A signed cookie names the accounts of this browser. It opens nothing: it only gives the
owner's browser a count of failed attempts that is apart from everybody else's.
"""

import secrets
from typing import Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SALT: Final = "cms.accounts.known_browsers"
MAX_AGE: Final = 180 * 24 * 3600  # seconds
MOST_ACCOUNTS: Final = 5  # on a shared computer


def name_of(request: HttpRequest, account: str) -> str:
    """Return this browser's name for an account, or nothing for a stranger."""
    return _read(request).get(account, "")


def remember(request: HttpRequest, user: AbstractBaseUser) -> None:
    """Note that an account signed in here; the answer will carry the cookie."""
    account, known = str(user.pk), _read(request)
    name = known.pop(account, "") or secrets.token_urlsafe(12)
    latest = [(account, name), *known.items()][:MOST_ACCOUNTS]
    request.known_browser = dict(latest)  # type: ignore[attr-defined]


def write(request: HttpRequest, response: HttpResponseBase) -> None:
    """Put what was noted into the answer."""
    if known := getattr(request, "known_browser", None):
        response.set_cookie(
            settings.KNOWN_BROWSER_COOKIE_NAME,
            signing.dumps(known, salt=SALT),
            max_age=MAX_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def _read(request: HttpRequest) -> dict[str, str]:
    cookie = request.COOKIES.get(settings.KNOWN_BROWSER_COOKIE_NAME, "")
    try:
        known = signing.loads(cookie, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return {}
    return known if isinstance(known, dict) else {}
