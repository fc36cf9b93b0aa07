"""Each client has a budget per minute, whoever counts it."""

import logging
import time

import pytest
from limits.storage import memory

from cms.graphql.errors import RateLimited
from cms.graphql.limits import counters, rate
from cms.graphql.limits.rate import BASE, network_of, spend
from tests.graphql.limits.redis_server import free_port, redis_server

CLIENT = "192.0.2.7"


class Clock:
    """The clock of the library's memory storage, turned by hand."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0  # a whole minute begins

    def time(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def clock(monkeypatch, settings):
    settings.CMS_API = {**settings.CMS_API, "RATE": 1_000}
    clock = Clock()
    monkeypatch.setattr(memory, "time", clock)
    rate._counters.cache_clear()
    yield clock
    rate._counters.cache_clear()


def wait_of(client: str, cost: int) -> int:
    """Return the seconds that a client is told to wait; 0 where it is answered."""
    try:
        spend(client, cost)
    except RateLimited as error:
        said = error.extensions
    else:
        return 0
    assert said["code"] == "RATE_LIMITED"
    return said["seconds"]


def test_the_budget_can_be_spent_and_no_more():
    assert wait_of(CLIENT, 600) == 0
    assert wait_of(CLIENT, 400) == 0
    assert wait_of(CLIENT, 1) > 0
    assert wait_of("192.0.2.8", 1_000) == 0, "each client has its own"


def test_a_request_that_costs_nothing_counts():
    answered = sum(wait_of(CLIENT, 0) == 0 for _ in range(100))

    assert answered == 1_000 // BASE


@pytest.mark.parametrize("first", [1_000, 900, 500, 60])
@pytest.mark.parametrize("later", [0, 20, 59])
@pytest.mark.parametrize("cost", [100, 950, 1_000])
def test_who_waits_as_long_as_told_is_answered(clock, first, later, cost):
    spend(CLIENT, first)
    clock.now += later
    seconds = wait_of(CLIENT, cost)
    if seconds > 3:  # whole seconds and whole objects: two may be too many
        clock.now += seconds - 2.1
        assert wait_of(CLIENT, cost) > 0, "nobody is told to wait for nothing"
        clock.now += 2.1

    assert seconds <= 120
    assert seconds == 0 or wait_of(CLIENT, cost) == 0


def test_a_query_dearer_than_the_budget_takes_all_of_it(clock):
    assert wait_of(CLIENT, 5_000) == 0
    seconds = wait_of(CLIENT, 5_000)
    clock.now += seconds

    assert 60 < seconds <= 120
    assert wait_of(CLIENT, 5_000) == 0


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:DB8:1:2::1", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("no address " * 1000, "unknown"),
    ],
)
def test_whom_an_address_is_counted_for(address, network):
    assert network_of(address) == network


def test_exempt_networks_are_never_counted(settings):
    settings.CMS_API = {
        **settings.CMS_API,
        "RATE_EXEMPT": ["10.0.0.0/8", "2001:db8::/32"],
    }

    assert [wait_of("10.1.2.3", 900) for _ in range(5)] == [0] * 5
    assert [wait_of("2001:db8::1", 900) for _ in range(5)] == [0] * 5
    assert [bool(wait_of("11.1.2.3", 900)) for _ in range(2)] == [False, True]


def test_many_addresses_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(counters, "MAX_CLIENTS", 100)
    spend(CLIENT, 900)
    waits = [wait_of(f"198.51.{n // 256}.{n % 256}", 0) for n in range(1_000)]

    assert len(rate._counters("")._memory.storage) <= 101
    assert waits.count(0) == 99 + 1_000 // BASE, "the others share a budget"
    assert wait_of(CLIENT, 100) == 0, "who is known keeps what is left"
    assert wait_of(CLIENT, 100) > 0


def test_memory_is_given_back(clock):
    spend(CLIENT, 1)
    clock.now += 200
    spend("192.0.2.8", 1)

    storage = rate._counters("")._memory
    storage.timer.join(5)
    assert len(storage.storage) == 1


# --- Redis -------------------------------------------------------------------------
def test_redis_counts_for_all_processes(settings, tmp_path):
    port = free_port()
    with redis_server(tmp_path, port) as redis:
        settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
        assert wait_of(CLIENT, 700) == 0
        rate._counters.cache_clear()  # as another process begins

        assert wait_of(CLIENT, 300) == 0
        assert 1 <= wait_of(CLIENT, 500) <= 120
        (key,) = redis.keys()
        assert 0 < redis.ttl(key) <= 120


def test_redis_tells_how_long_to_wait(settings, tmp_path):
    port = free_port()
    with redis_server(tmp_path, port) as redis:
        settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
        spend(CLIENT, 1_000)
        (key,) = redis.keys()
        redis.pexpire(key, 59_900)  # a minute later: the window has just ended
        assert 29 <= wait_of(CLIENT, 500) <= 31
        before = next(key for key in redis.keys("*/-1"))
        redis.pexpire(before, 29_900)

        assert wait_of(CLIENT, 500) == 0


def test_without_redis_the_api_counts_in_memory_and_says_so_once(
    settings, tmp_path, caplog, monkeypatch
):
    now = time.monotonic()
    monkeypatch.setattr(counters.time, "monotonic", lambda: now)
    port = free_port()
    settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
    with caplog.at_level(logging.WARNING, "cms.graphql.limits.counters"):
        assert wait_of(CLIENT, 600) == wait_of(CLIENT, 400) == 0
        assert wait_of(CLIENT, 100) > 0
        assert len(caplog.records) == 1
        assert "Redis does not answer" in caplog.text

        now += counters.PAUSE_SECONDS
        assert wait_of(CLIENT, 100) > 0
        assert len(caplog.records) == 2

    with redis_server(tmp_path, port):
        assert wait_of(CLIENT, 100) > 0, "it is left alone for a minute"
        now += counters.PAUSE_SECONDS
        assert wait_of(CLIENT, 100) == 0, "then it counts again"


def test_a_redis_that_restarts_is_not_missed(settings, tmp_path, caplog):
    port = free_port()
    settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
    with redis_server(tmp_path, port):
        spend(CLIENT, 100)
    with redis_server(tmp_path, port) as redis:
        spend(CLIENT, 100)

        assert len(redis.keys()) == 1
    assert not caplog.records
