"""Which account is meant by what somebody types: one, or none.

Names win over addresses of mail. An address that several accounts have signs nobody in,
so that nobody is counted, or trusted, as somebody else.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Q


def account_of(login: str) -> AbstractUser | None:
    """Return the one account of this name or mail address, in any case."""
    found = _accounts(Q(username__iexact=login) | Q(email__iexact=login))
    for fitting in (
        [user for user in found if user.username == login],
        [user for user in found if _same(user.username, login)],
        [user for user in found if _same(user.email, login)],
    ):
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def accounts_with_mail(address: str) -> list[AbstractUser]:
    """Return the accounts of a mail address, in any case; one, or a few old ones."""
    found = _accounts(Q(email__iexact=address))
    return [user for user in found if _same(user.email, address)]


def is_taken(address: str, *, but: int | None) -> bool:
    """Say whether another account is meant by this mail address."""
    same = Q(username__iexact=address) | Q(email__iexact=address)
    return any(user.pk != but for user in _accounts(same))


def _accounts(condition: Q) -> list[AbstractUser]:
    return list(get_user_model().objects.filter(condition))


def _same(one: str, other: str) -> bool:
    # The database's idea of upper case makes one letter of some that look alike.
    return one.lower() == other.lower()
