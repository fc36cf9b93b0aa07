"""People who sign in, and what they type."""

import re
import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client

PASSWORD = "a-bridge-over-the-river"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SIGN_IN = "/admin/login/"
CODE = "/admin/login/code/"


def make_person(name: str = "ana", *groups: str, **fields: Any):
    """Make an account that may use the admin."""
    user = get_user_model().objects.create_user(
        name, f"{name}@example.org", PASSWORD, **fields
    )
    user.user_permissions.add(
        Permission.objects.get(
            content_type__app_label="wagtailadmin", codename="access_admin"
        )
    )
    for group in groups:
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    return user


def with_app(user):
    """Set a second factor up for an account."""
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def code_now(steps: int = 0, secret: str = SECRET) -> str:
    """Return what the app shows, or showed or will show some steps away."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def recovery_codes(user) -> list[str]:
    """Return the account's unused codes."""
    kept = Authenticator.objects.get(user=user, type="recovery_codes")
    return kept.wrap().get_unused_codes()


def sign_in(client: Client, login: str = "ana", password: str = PASSWORD, **extra: Any):
    """Type name and password."""
    return client.post(SIGN_IN, {"login": login, "password": password}, **extra)


def is_signed_in(client: Client) -> bool:
    """Say whether a session knows its account."""
    return "_auth_user_id" in client.session


def text_of(response) -> str:
    """Return the words of a page without markup, scripts and double blanks."""
    html = re.sub(r"<(script|template|svg)\b.*?</\1>", " ", response.text, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
