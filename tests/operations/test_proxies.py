"""Whom we believe about client, scheme and host."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from cms.operations.middleware import trusted_proxy
from cms.settings import env

PROXY, OTHER_PROXY, CLIENT = "10.0.0.1", "10.0.0.2", "203.0.113.9"


@pytest.fixture(autouse=True)
def proxies(settings) -> None:
    """Trust one network."""
    settings.TRUSTED_PROXIES = ["10.0.0.0/24", "2001:db8::1"]


def seen(peer: str, **headers: str) -> HttpRequest:
    """Return the request as the rest of the system sees it."""
    passed = []
    meta = {f"HTTP_X_FORWARDED_{name}": value for name, value in headers.items()}
    request = RequestFactory().get("/", REMOTE_ADDR=peer, HTTP_HOST="inner", **meta)

    def remember(request: HttpRequest) -> HttpResponse:
        passed.append(request)
        return HttpResponse()

    trusted_proxy(remember)(request)
    return passed[0]


def test_a_trusted_proxy_is_believed() -> None:
    request = seen(PROXY, FOR=CLIENT, PROTO="https", HOST="cms.test")

    assert request.META["REMOTE_ADDR"] == CLIENT
    assert request.is_secure()
    assert request.get_host() == "cms.test"


def test_a_stranger_is_not_believed(settings) -> None:
    settings.ALLOWED_HOSTS = ["inner"]

    request = seen(CLIENT, FOR="198.51.100.7", PROTO="https", HOST="evil.test")

    assert request.META["REMOTE_ADDR"] == CLIENT
    assert not request.is_secure()
    assert request.get_host() == "inner"
    assert "X-Forwarded-For" not in request.headers


@pytest.mark.parametrize(
    ("chain", "client"),
    [
        (f"198.51.100.7, {CLIENT}, {OTHER_PROXY}", CLIENT),
        (f"{CLIENT}:5123", CLIENT),
        ("[2001:db8::9]:443", "2001:db8::9"),
        (f"nonsense, {OTHER_PROXY}", OTHER_PROXY),
        (f"{CLIENT}, nonsense", PROXY),
        ("", PROXY),
    ],
)
def test_the_client_is_the_nearest_address_that_is_no_proxy(
    chain: str, client: str
) -> None:
    assert seen(PROXY, FOR=chain).META["REMOTE_ADDR"] == client


@pytest.mark.parametrize("peer", ["2001:db8::1", "::ffff:10.0.0.1"])
def test_a_proxy_is_known_in_every_spelling(peer: str) -> None:
    assert seen(peer, FOR=CLIENT).META["REMOTE_ADDR"] == CLIENT


@pytest.mark.parametrize("scheme", ["gopher", "https\nhttp", ""])
def test_an_odd_scheme_is_left_out(scheme: str) -> None:
    assert seen(PROXY, PROTO=scheme).scheme == "http"


def test_a_name_is_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", "10.0.0.1,proxy.internal")

    with pytest.raises(ImproperlyConfigured, match=r"TRUSTED_PROXIES .* not “proxy"):
        env.networks("TRUSTED_PROXIES")
