"""Sliding counts per client: in Redis for all processes, in memory for this one."""

import logging
import threading
import time
from math import ceil
from typing import Final

from limits import RateLimitItem
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from redis.backoff import NoBackoff
from redis.retry import Retry

logger = logging.getLogger(__name__)

MAX_CLIENTS: Final = 10_000  # counted apart in memory; all others together
OTHERS: Final = "others"
REDIS_SECONDS: Final = 0.25  # what a request waits for Redis
PAUSE_SECONDS: Final = 60  # until a Redis that failed is asked again

Storage = MemoryStorage | RedisStorage


class Counters:
    """Counts in Redis where there is one; while it fails, in memory."""

    def __init__(self, redis_url: str) -> None:
        self._memory = MemoryStorage()
        self._redis = _redis(redis_url) if redis_url else None
        self._ask_again_at = 0.0
        self._lock = threading.Lock()

    def take(self, budget: RateLimitItem, client: str, amount: int) -> int:
        """Take an amount from a client's budget; return the seconds to wait, or 0."""
        if self._redis and time.monotonic() >= self._ask_again_at:
            try:
                return _take(self._redis, budget, client, amount)
            except StorageError as error:
                self._pause(error)
        return _take(self._memory, budget, self._counted_as(budget, client), amount)

    def _pause(self, error: Exception) -> None:
        with self._lock:
            if time.monotonic() < self._ask_again_at:
                return
            self._ask_again_at = time.monotonic() + PAUSE_SECONDS
        logger.warning(
            "Redis does not answer; for %d seconds each process counts alone: %s",
            PAUSE_SECONDS,
            error.__cause__ or error,
        )

    def _counted_as(self, budget: RateLimitItem, client: str) -> str:
        """Return the client's name, or one for all that there is no room for."""
        if len(self._memory.storage) < MAX_CLIENTS:
            return client
        window = self._memory.get_sliding_window(
            budget.key_for(client), budget.get_expiry()
        )
        before, _seconds, now, _until = window
        return client if before or now else OTHERS


def _redis(url: str) -> RedisStorage:
    return RedisStorage(
        url,
        key_prefix="municipia",
        wrap_exceptions=True,
        socket_timeout=REDIS_SECONDS,
        socket_connect_timeout=REDIS_SECONDS,
        retry=Retry(NoBackoff(), 1),  # type: ignore[arg-type]  # once, if it restarted
    )


def _take(storage: Storage, budget: RateLimitItem, client: str, amount: int) -> int:
    limiter = SlidingWindowCounterRateLimiter(storage)
    if limiter.hit(budget, client, cost=amount):
        return 0
    window = storage.get_sliding_window(budget.key_for(client), budget.get_expiry())
    return max(1, ceil(_seconds_until(budget, amount, *window)))


def _seconds_until(
    budget: RateLimitItem,
    amount: int,
    before: int,
    before_ends_in: float,
    now: int,
    now_ends_in: float,
) -> float:
    """Return when an amount fits, if nothing else is taken until then.

    What was taken in the last window counts less and less, until this one ends.
    """
    length, room = budget.get_expiry(), budget.amount - amount
    if now <= room:
        return before_ends_in - (room - now) * length / max(before, 1)
    # The ends are told as those of the counters, which outlive their window once.
    return now_ends_in - length + length * (1 - room / now)
