"""Each request has an id and one line in the log."""

import logging
import re

import pytest
from django.test import Client

from cms.operations.logs import NO_REQUEST, RequestIdFilter, current_request_id


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The access log, with the ids that the log's filter adds."""
    caplog.set_level(logging.DEBUG, logger="cms.access")
    caplog.handler.addFilter(RequestIdFilter())
    return caplog


def test_answer_and_log_line_carry_the_same_id(
    client: Client, db: None, lines: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/", {"secret": "word"})

    record = next(one for one in lines.records if one.name == "cms.access")
    assert re.fullmatch("[0-9a-f]{32}", answer.headers["X-Request-ID"])
    assert record.request_id == answer.headers["X-Request-ID"]
    assert (record.method, record.path, record.status) == ("GET", "/", 200)
    assert record.milliseconds > 0
    assert "word" not in record.getMessage()


def test_the_id_ends_with_its_request(client: Client, db: None) -> None:
    client.get("/healthz")

    assert current_request_id.get() == NO_REQUEST


def test_probes_are_logged_in_detail_only(
    client: Client, lines: pytest.LogCaptureFixture
) -> None:
    client.get("/healthz")

    assert [record.levelno for record in lines.records] == [logging.DEBUG]


def test_a_path_cannot_forge_a_line(
    client: Client, db: None, lines: pytest.LogCaptureFixture
) -> None:
    client.get("/en/a%0AERROR forged/")

    record = next(one for one in lines.records if one.name == "cms.access")
    assert "\n" not in record.getMessage()


@pytest.mark.parametrize("key", ["1-abc-def/", "1-abc-def", "1-abc/../x", "é"])
def test_the_key_to_a_new_password_is_in_no_line(
    client: Client, db: None, lines: pytest.LogCaptureFixture, key: str
) -> None:
    client.get(f"/admin/password_reset/key/{key}")

    record = next(one for one in lines.records if one.name == "cms.access")
    assert record.path == "/admin/password_reset/key/[hidden]"
    assert key not in record.getMessage()


@pytest.mark.parametrize(
    ("peer", "given", "kept"),
    [
        ("10.0.0.1", "abc-123", True),
        ("10.0.0.1", "abc 123", False),
        ("10.0.0.1", "a" * 65, False),
        ("203.0.113.9", "abc-123", False),
    ],
)
def test_only_a_trusted_proxy_gives_ids(
    client: Client, settings, peer: str, given: str, *, kept: bool
) -> None:
    settings.TRUSTED_PROXIES = ["10.0.0.1"]
    client.handler.load_middleware()

    answer = client.get("/healthz", REMOTE_ADDR=peer, headers={"X-Request-ID": given})

    assert (answer.headers["X-Request-ID"] == given) is kept
