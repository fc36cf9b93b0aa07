"""Looks at a password: of the one account that is meant, and once."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from cms.accounts.logins import account_of


class OneAccountBackend(AuthenticationBackend):
    """Compares one password, so that time tells nobody which accounts there are.

    allauth's own tries the mail address and the name, of each account that fits.
    """

    def _authenticate(
        self, request: HttpRequest | None, **credentials: Any
    ) -> AbstractBaseUser | None:
        login = str(credentials.get("username") or credentials.get("email") or "")
        user: AbstractBaseUser | None = self._check_password(
            account_of(login), credentials["password"]
        )
        return user
