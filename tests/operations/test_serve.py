"""The web process checks its configuration first, and tells what is wrong with it."""

import socket

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from cms.operations import configuration
from cms.operations.management.commands import serve


@pytest.fixture
def becoming(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Note what the process would become."""
    commands: list[list[str]] = []
    monkeypatch.setattr(serve.os, "execv", lambda _, words: commands.append(words))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PORT", str(probe.getsockname()[1]))
    return commands


def test_it_becomes_the_web_server(db: None, becoming: list[list[str]]) -> None:
    call_command("serve")

    ((*_, module, application, _, _),) = [words[:6] for words in becoming]
    assert (module, application) == ("granian", "cms.wsgi:application")


def test_a_database_that_does_not_answer_is_named(
    db: None, becoming: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(connection.settings_dict, "PORT", "9")

    with pytest.raises(CommandError, match=r"DATABASE_URL does not answer") as failure:
        call_command("serve")

    assert "\n" not in str(failure.value)
    assert becoming == []


def test_missing_migrations_are_told_with_the_command(
    db: None, becoming: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(configuration, "pending_migrations", lambda: ["news.0002_more"])

    with pytest.raises(CommandError, match=r"news\.0002_more.*manage\.py prepare"):
        call_command("serve")

    assert becoming == []


def test_a_wrong_port_is_named(
    db: None, becoming: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "http")

    with pytest.raises(CommandError, match="PORT must be a number"):
        call_command("serve")
