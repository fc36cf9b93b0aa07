"""Browsers let the pages of configured websites read our answers, and no others."""

import pytest
from django.test import override_settings

from tests.api_settings import api_settings

OURS, OTHER = "https://www.example.org", "https://evil.example.net"
ONE = override_settings(CMS_API=api_settings(ORIGINS=[OURS]))
EVERY = override_settings(CMS_API=api_settings(ORIGINS=["*"]))


def ask(client, origin):
    return client.post(
        "/graphql/",
        {"query": "{ __typename }"},
        content_type="application/json",
        headers={"Origin": origin},
    )


def preflight(client, origin):
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    return client.options("/graphql/", headers=headers)


def test_nobody_is_allowed_by_default(client, db):
    response = ask(client, OURS)

    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response
    assert "Access-Control-Allow-Origin" not in preflight(client, OURS)


@ONE
@pytest.mark.parametrize("send", [ask, preflight])
def test_a_configured_origin_is_allowed_and_another_is_not(client, db, send):
    ours, other = send(client, OURS), send(client, OTHER)

    assert ours["Access-Control-Allow-Origin"] == OURS
    assert "Access-Control-Allow-Origin" not in other
    assert "Origin" in ours["Vary"]
    assert "Origin" in other["Vary"], "a cache must not mix them up"
    assert "Access-Control-Allow-Credentials" not in ours


@ONE
def test_the_preflight_tells_what_may_be_sent(client, db):
    response = preflight(client, OURS)

    assert response.status_code == 204
    assert not response.content
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, POST"
    assert "Content-Type" in response["Access-Control-Allow-Headers"]
    assert int(response["Access-Control-Max-Age"]) > 0


@EVERY
def test_every_origin_may_be_allowed(client, db):
    response = ask(client, OTHER)

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Origin" not in response["Vary"]


@ONE
def test_a_refusal_can_be_read_as_well(client, db):
    response = client.put("/graphql/", headers={"Origin": OURS})

    assert response.status_code == 405
    assert response["Access-Control-Allow-Origin"] == OURS
