"""Who must use a second factor, and who has one."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction

from cms.accounts.models import SecondFactorRule
from cms.accounts.sessions import end_all_sessions


def is_required(user: AbstractUser) -> bool:
    """Say whether a rule asks this account for a second factor."""
    if user.is_superuser and settings.SUPERUSER_SECOND_FACTOR:
        return True
    return SecondFactorRule.objects.filter(group__user=user.pk).exists()


def is_missing(user: AbstractUser) -> bool:
    """Say whether the account has to set up a second factor before anything else."""
    totp = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP)
    return not totp.exists() and is_required(user)


@transaction.atomic
def reset(user: AbstractUser) -> int:
    """Take the account's second factor and recovery codes away; end its sessions."""
    removed, _kinds = Authenticator.objects.filter(user=user).delete()
    end_all_sessions(user)
    return removed
