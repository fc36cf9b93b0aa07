"""What load balancers are told."""

from datetime import timedelta

import pytest
from django.db import Error, connection
from django.test import Client
from django.utils import timezone

from cms.operations import readiness
from cms.operations.models import Heartbeat

ALL_WELL = {"database": True, "migrations": True, "worker": True}


def test_a_living_process_is_healthy_without_a_database(client: Client) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_it_is_ready_with_database_migrations_and_worker(
    client: Client, db: None
) -> None:
    Heartbeat.objects.beat("worker:one")

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (
        200,
        {"ready": True, "checks": ALL_WELL},
    )


@pytest.mark.parametrize(
    ("name", "age"), [("worker:late", 90), ("scheduler", 0), ("myworker:x", 0)]
)
def test_it_is_not_ready_while_no_worker_was_seen(
    client: Client, db: None, name: str, age: int
) -> None:
    seen_at = timezone.now() - timedelta(seconds=age)
    Heartbeat.objects.create(name=name, seen_at=seen_at)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["checks"]) == (
        503,
        {**ALL_WELL, "worker": False},
    )


def test_it_is_not_ready_before_the_migrations(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "pending_migrations", lambda: ["news.0009_later"])
    monkeypatch.setattr(readiness, "_migrated", set())
    Heartbeat.objects.beat("worker:one")

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["checks"] == {**ALL_WELL, "migrations": False}


def test_a_lost_database_is_told_without_its_reason(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise Error("password of cms@db.internal refused")

    monkeypatch.setattr(connection, "ensure_connection", refuse)

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["checks"] == dict.fromkeys(ALL_WELL, False)
    assert b"internal" not in answer.content


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_never_cached_and_only_read(
    client: Client, db: None, path: str
) -> None:
    assert "no-store" in client.get(path).headers["Cache-Control"]
    assert client.post(path).status_code == 405
