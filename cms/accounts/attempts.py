"""Counts attempts in the database: for all processes, and over restarts."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F
from django.utils import timezone
from django.utils.translation import ngettext

from cms.accounts.models import AttemptCount

TOO_MANY: Final = "too_many_attempts"
COUNT: Final = """
    INSERT INTO accounts_attemptcount AS known (key, attempts, expires_at)
    VALUES (%(key)s, 1, %(now)s + make_interval(secs => %(seconds)s))
    ON CONFLICT (key) DO UPDATE SET
        attempts = CASE WHEN known.expires_at <= %(now)s THEN 1
                        ELSE known.attempts + 1 END,
        expires_at = CASE WHEN known.expires_at <= %(now)s THEN excluded.expires_at
                          ELSE known.expires_at END
    RETURNING attempts, expires_at
"""


@dataclass(frozen=True)
class Limit:
    """How many attempts are allowed in how many seconds."""

    name: str
    attempts: int
    seconds: int


@dataclass(frozen=True)
class Counter:
    """A limit for one account, address or the like."""

    limit: Limit
    whom: tuple[str, ...]

    @property
    def key(self) -> str:
        """A name of fixed length that tells no address to readers of the table."""
        return sha256("\0".join([self.limit.name, *self.whom]).encode()).hexdigest()

    def count(self) -> int:
        """Count an attempt; return the seconds to wait, or 0 when it is allowed."""
        now = timezone.now()
        words: dict[str, Any] = {
            "key": self.key,
            "now": now,
            "seconds": self.limit.seconds,
        }
        with connection.cursor() as cursor:
            cursor.execute(COUNT, words)
            attempts, expires_at = cursor.fetchone()
        if attempts <= self.limit.attempts:
            return 0
        return max(1, ceil((expires_at - now).total_seconds()))

    def take_back(self) -> None:
        """Forget one attempt, which was no guess."""
        known = AttemptCount.objects.filter(key=self.key, attempts__gt=0)
        known.update(attempts=F("attempts") - 1)


class Guard:
    """Counters that all have to allow an attempt, from the narrowest to the widest."""

    def __init__(self, counters: Sequence[Counter]) -> None:
        self.counters = counters

    def enter(self) -> None:
        """Count an attempt before it is looked at; refuse it when there were many."""
        _forget_expired()
        for counter in self.counters:
            if seconds := counter.count():
                raise too_many(seconds)

    def succeeded(self) -> None:
        """Take the attempt back: whoever knew the answer did not guess."""
        for counter in self.counters:
            counter.take_back()


def too_many(seconds: int) -> ValidationError:
    """Return what the person reads who has to wait."""
    minutes = ceil(seconds / 60)
    return ValidationError(
        ngettext(
            "There were too many attempts. Try again in %(minutes)d minute.",
            "There were too many attempts. Try again in %(minutes)d minutes.",
            minutes,
        ),
        code=TOO_MANY,
        params={"minutes": minutes, "seconds": seconds},
    )


def _forget_expired() -> None:
    AttemptCount.objects.filter(expires_at__lte=timezone.now()).delete()
