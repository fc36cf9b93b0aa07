"""The places where an account is signed in."""

from datetime import timedelta
from typing import Final

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils import timezone

SEEN_EVERY: Final = timedelta(minutes=5)


def note_activity(request: HttpRequest) -> None:
    """Keep when and from where a session was last used; rarely, to spare writes."""
    now = timezone.now()
    UserSession.objects.filter(
        session_key=request.session.session_key, last_seen_at__lt=now - SEEN_EVERY
    ).update(last_seen_at=now, ip=get_adapter().get_client_ip(request))


def end_all_sessions(user: AbstractBaseUser, *, but: str | None = None) -> None:
    """Sign an account out everywhere, but for one session."""
    sessions = UserSession.objects.filter(user_id=user.pk)
    for session in sessions.exclude(session_key=but or ""):
        session.end()
