"""What happens after somebody signed in or changed how they do."""

from typing import Any

from allauth.account.signals import password_changed, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from cms.accounts import known_browsers
from cms.accounts.sessions import end_all_sessions


def remember_browser(
    request: HttpRequest, user: AbstractBaseUser, **kwargs: Any
) -> None:
    """Give the browser a count of its own from now on."""
    known_browsers.remember(request, user)


def end_other_sessions(
    request: HttpRequest,
    user: AbstractBaseUser,
    authenticator: Authenticator,
    **kwargs: Any,
) -> None:
    """Sessions that began without the second factor end when it is set up."""
    if authenticator.type == Authenticator.Type.TOTP:
        known_browsers.remember(request, user)
        end_all_sessions(user, but=request.session.session_key)


def connect() -> None:
    """Listen."""
    for signal in (user_logged_in, password_changed):
        signal.connect(remember_browser, dispatch_uid="cms.accounts.remember")
    authenticator_added.connect(end_other_sessions, dispatch_uid="cms.accounts.end")
