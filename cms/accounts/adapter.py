"""What we want of allauth's account pages: our limits, no sign-up, robust mail."""

import logging
import smtplib
import time
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cms.accounts.limits import sign_in_guard

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Signs people in whom an administrator has made an account for."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        # One sentence for everything that does not fit, so that nobody learns which
        # accounts there are.
        **dict.fromkeys(
            ("username_password_mismatch", "email_password_mismatch", "invalid_login"),
            _("The user name or the password is not right."),
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the client as `cms.operations.middleware.trusted_proxy` found it."""
        return str(request.META["REMOTE_ADDR"])

    def authenticate(
        self, request: HttpRequest, **credentials: Any
    ) -> AbstractBaseUser | None:
        """Look at a password, unless there were too many wrong ones."""
        guard = sign_in_guard(request, credentials)
        guard.enter()
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user is not None:
            guard.succeeded()
        return user

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Do not ask again whoever has just signed in."""
        records = get_authentication_records(self.request, self.request.user)
        limit = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        fresh = bool(records) and records[-1]["at"] > limit
        return not fresh and bool(
            super().is_reauthentication_required(app=app, **kwargs)
        )

    def get_reauthentication_methods(
        self, user: AbstractBaseUser | AnonymousUser
    ) -> list[dict[str, Any]]:
        """Ask for a code where there is one: a password alone may be a stolen one."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if is_mfa_enabled(user):
            return [method for method in methods if method["id"] != "reauthenticate"]
        return methods

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the mailed link: to our own name, whatever a request calls us."""
        link = urlsplit(super().get_reset_password_from_key_url(key))
        return settings.PUBLIC_URL + urlunsplit(("", "", *link[2:]))

    def send_password_reset_mail(
        self, user: AbstractBaseUser, email: str, context: dict[str, Any]
    ) -> None:
        """Send to the address that is stored, however it was typed."""
        super().send_password_reset_mail(user, user.email, context)  # type: ignore[attr-defined]

    def send_mail(
        self, template_prefix: str, email: str, context: dict[str, Any]
    ) -> None:
        """Send a mail; a mail server that is away does not undo what was done."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException):
            logger.exception("The mail “%s” could not be sent.", template_prefix)
