"""How much may be tried, by whom.

A stranger is limited by account and address, by address, and more widely by account.
A browser in which the account has signed in before has a limit of its own: who guesses
elsewhere cannot keep the owner out. All known browsers of an account share a wider one,
so that many of them are no more than a few.
"""

from typing import Any, Final

from allauth.core.internal.ratelimit import get_ip
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from cms.accounts import known_browsers
from cms.accounts.attempts import Counter, Guard, Limit
from cms.accounts.logins import account_of

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600

SIGN_IN_HERE: Final = Limit("sign-in, account and address", 5, 15 * MINUTE)
SIGN_IN_ADDRESS: Final = Limit("sign-in, address", 50, 15 * MINUTE)
SIGN_IN_ACCOUNT: Final = Limit("sign-in, account", 50, HOUR)
SIGN_IN_KNOWN: Final = Limit("sign-in, known browser", 10, 15 * MINUTE)
SIGN_IN_KNOWN_ALL: Final = Limit("sign-in, all known browsers", 30, HOUR)
CODE: Final = Limit("code, account", 5, 15 * MINUTE)
CODE_DAY: Final = Limit("code, account and day", 30, DAY)
CODE_KNOWN: Final = Limit("code, known browser", 10, 15 * MINUTE)
CODE_KNOWN_DAY: Final = Limit("code, all known browsers and day", 30, DAY)
CODE_ONCE: Final = Limit("code, used", 1, 5 * MINUTE)
PASSWORD: Final = Limit("password change", 5, 15 * MINUTE)
MAIL_CHANGE: Final = Limit("mail address changed", 5, HOUR)
RESET_ADDRESS: Final = Limit("password reset, address", 20, HOUR)
RESET_MAIL: Final = Limit("password reset, mail", 3, HOUR)


def sign_in_guard(request: HttpRequest, credentials: dict[str, Any]) -> Guard:
    """Return what limits attempts to sign in with these credentials."""
    login = str(credentials.get("username") or credentials.get("email") or "")
    user, address = account_of(login), get_ip(request)
    # However its name is spelled, an account is one; strangers' names look the same.
    account = str(user.pk) if user else f"?{login.casefold()}"
    if browser := known_browsers.name_of(request, user):
        return Guard(
            [
                Counter(SIGN_IN_KNOWN, (account, browser)),
                Counter(SIGN_IN_KNOWN_ALL, (account,)),
            ]
        )
    return Guard(
        [
            Counter(SIGN_IN_HERE, (account, address)),
            Counter(SIGN_IN_ADDRESS, (address,)),
            Counter(SIGN_IN_ACCOUNT, (account,)),
        ]
    )


def code_guard(request: HttpRequest, user: AbstractBaseUser) -> Guard:
    """Return what limits guessing of codes, at sign-in and afterwards."""
    account = str(user.pk)
    if browser := known_browsers.name_of(request, user):
        return Guard(
            [
                Counter(CODE_KNOWN, (account, browser)),
                Counter(CODE_KNOWN_DAY, (account,)),
            ]
        )
    return Guard([Counter(CODE, (account,)), Counter(CODE_DAY, (account,))])


def password_guard(user: AbstractBaseUser) -> Guard:
    """Return what limits guessing of the old password where a new one is given."""
    return Guard([Counter(PASSWORD, (str(user.pk),))])


def mail_guard(user: AbstractBaseUser) -> Guard:
    """Return what limits new mail addresses: each sends a notice to the one before."""
    return Guard([Counter(MAIL_CHANGE, (str(user.pk),))])


def reset_guard(request: HttpRequest, email: str) -> Guard:
    """Return what limits mails with which a password is reset."""
    return Guard(
        [
            Counter(RESET_MAIL, (email.casefold(),)),
            Counter(RESET_ADDRESS, (get_ip(request),)),
        ]
    )


def is_first_use(user: AbstractBaseUser, code: str) -> bool:
    """Say whether a code was not used before; each opens one door, in any process."""
    return not Counter(CODE_ONCE, (str(user.pk), code)).count()
