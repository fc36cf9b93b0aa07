"""Browsers in which an account has signed in before.

A signed cookie names the accounts of this browser. It opens nothing: it only gives the
owner's browser a count of failed attempts that is apart from everybody else's. It is
bound to the password and the app that it was given for, and dies with them: whoever had
the password before cannot go on with it.
"""

import secrets
from typing import Final

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare, salted_hmac

SALT: Final = "cms.accounts.known_browsers"
MAX_AGE: Final = 180 * 24 * 3600  # seconds
MOST_ACCOUNTS: Final = 5  # on a shared computer

Known = dict[str, list[str]]  # an account's browser name, and what it is bound to


def name_of(request: HttpRequest, user: AbstractBaseUser | None) -> str:
    """Return this browser's name for an account, or nothing for a stranger."""
    entry = _read(request).get(str(user.pk)) if user else None
    if not user or not entry or not constant_time_compare(entry[1], _bound_to(user)):
        return ""
    return entry[0]


def remember(request: HttpRequest, user: AbstractBaseUser) -> None:
    """Note that an account signed in here; the answer will carry the cookie."""
    name = name_of(request, user) or secrets.token_urlsafe(12)
    known = {str(user.pk): [name, _bound_to(user)]}
    latest = [*known.items(), *_others(request, user)][:MOST_ACCOUNTS]
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


def _bound_to(user: AbstractBaseUser) -> str:
    apps = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP)
    ids = sorted(apps.values_list("pk", flat=True))
    return salted_hmac(SALT, f"{user.get_session_auth_hash()}:{ids}").hexdigest()


def _others(
    request: HttpRequest, user: AbstractBaseUser
) -> list[tuple[str, list[str]]]:
    return [item for item in _read(request).items() if item[0] != str(user.pk)]


def _read(request: HttpRequest) -> Known:
    cookie = request.COOKIES.get(settings.KNOWN_BROWSER_COOKIE_NAME, "")
    try:
        known = signing.loads(cookie, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return {}
    if not isinstance(known, dict):
        return {}
    return {account: entry for account, entry in known.items() if _is_entry(entry)}


def _is_entry(entry: object) -> bool:
    return isinstance(entry, list) and len(entry) == 2
