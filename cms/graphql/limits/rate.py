"""How much one client may ask for in a minute, counted here or in Redis."""

from collections.abc import Sequence
from functools import cache
from ipaddress import IPv6Address, ip_network

from django.conf import settings
from limits import RateLimitItemPerMinute

from cms.graphql.errors import RateLimited
from cms.graphql.limits.counters import Counters
from cms.operations.proxies import TrustedProxies, parse_address

# What is refused, cheap or known already isn't free either. It allows 20,000 requests
# a minute.
BASE = 50
IPV6_PREFIX = 64  # what one household or server is given


def spend(client: str, cost: int) -> None:
    """Take a cost, ``BASE`` at least, from what a network address may ask for.

    Raises ``RateLimited`` where there is less, and takes nothing then: who waits as
    long as told is answered.
    """
    if _exempt(tuple(settings.CMS_API["RATE_EXEMPT"])).trusts(client):
        return
    budget = RateLimitItemPerMinute(settings.CMS_API["RATE"], namespace="api")
    # A query that costs more than a whole minute's budget takes all of it.
    amount = min(max(cost, BASE), budget.amount)
    seconds = _counters(settings.REDIS_URL).take(budget, network_of(client), amount)
    if seconds:
        raise RateLimited(seconds)


def network_of(client: str) -> str:
    """Return whom an address is counted for: IPv6 clients change theirs at will."""
    address = parse_address(client)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_PREFIX), strict=False))
    return str(address or "unknown")


@cache
def _counters(redis_url: str) -> Counters:
    return Counters(redis_url)


@cache
def _exempt(networks: Sequence[str]) -> TrustedProxies:
    return TrustedProxies(networks)
