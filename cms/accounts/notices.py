"""Mails about what was changed in an account."""

from allauth.account.adapter import get_adapter
from django.contrib.auth.models import AbstractUser


def mail_changed(user: AbstractUser, old: str) -> None:
    """Tell the old address, if there is one, that another has taken its place."""
    if old and old.lower() != user.email.lower():
        get_adapter().send_notification_mail(
            "account/email/email_changed",
            user,
            {"from_email": old, "to_email": user.email},
            email=old,
        )
