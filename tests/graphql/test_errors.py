"""An error of every kind: what the client sees, and what the log has."""

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings

from cms.graphql.door.media_types import GRAPHQL, JSON
from cms.graphql.errors import ApiError
from tests.api_settings import api_settings
from tests.graphql_client import Answer, ask

pytestmark = pytest.mark.usefixtures("site_tree")

DOCUMENT = Path(__file__).parents[2] / "docs" / "graphql.md"
ONE_SENTENCE = re.compile(r"[A-Z“][^\n]*[^.\s]\.")
# What Python, Django and PostgreSQL would say, and what a table is called inside.
INSIDES = re.compile(
    r"Traceback|Exception|\w+Error\b|\bNone\b|\bTrue\b|\bFalse\b|psycopg|django|wagtail"
    r"|SELECT|relation \"|column|positional argument|object at 0x|__|[a-z]+_id\b"
)

KINDS = """
query Kinds($kinds: [OrganisationKind!]) {
  organisations(locale: "en", filter: { kinds: $kinds }) { totalCount }
}
"""
# Each code with a query for it, the message, and the other extensions.
REFUSED: dict[str, tuple[str, str, dict[str, Any]]] = {
    "BAD_INPUT": (
        '{ pages(order: "owner__password") { title } }',
        "“order” is one of title, first_published_at, last_published_at, path.",
        {"argument": "order"},
    ),
    "UNKNOWN_LANGUAGE": (
        '{ newsPages(locale: "xx") { totalCount } }',
        "There is no content in “xx”; offered are en, fr, ar.",
        {"asked": "xx", "offered": ["en", "fr", "ar"]},
    ),
    "LIMIT_EXCEEDED": (
        '{ newsPages(locale: "en", first: 101) { totalCount } }',
        "A page has at most 100 items, not 101.",
        {"limit": "page size", "maximum": 100},
    ),
}
# The test that provokes a code which no query alone brings about.
PROVOKED_BY: dict[str, Callable[..., None]] = {}


def provokes(code: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Note which code a test provokes."""

    def note(test: Callable[..., None]) -> Callable[..., None]:
        PROVOKED_BY[code] = test
        return test

    return note


def codes() -> list[str]:
    """Return the code of every kind of error that there is."""

    def below(kind: type[ApiError]) -> Iterator[type[ApiError]]:
        for found in kind.__subclasses__():
            yield found
            yield from below(found)

    return sorted({kind.code for kind in below(ApiError)})


def told(answer: Answer) -> tuple[str, dict[str, Any]]:
    """Return the only error's message and extensions; it tells nothing else."""
    (error,) = answer.body["errors"]
    assert set(error) <= {"message", "locations", "path", "extensions"}
    assert ONE_SENTENCE.fullmatch(error["message"]), error["message"]
    assert not INSIDES.search(error["message"]), error["message"]
    return error["message"], error["extensions"]


@pytest.mark.parametrize("code", REFUSED)
def test_what_the_client_can_mend_is_told_and_not_logged(code, caplog):
    query, message, details = REFUSED[code]

    answer = ask(query)

    assert told(answer) == (message, {"code": code, **details})
    assert answer.status == 200
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


def broken(monkeypatch: pytest.MonkeyPatch, fail: Callable[..., Any]) -> None:
    """Let the query for a page by its path fail inside."""
    monkeypatch.setattr("cms.graphql.classic.page_at", fail)


@provokes("INTERNAL")
def test_a_failure_inside_tells_an_id_under_which_the_log_has_the_rest(
    monkeypatch, caplog
):
    def fail(*args: object) -> None:
        raise RuntimeError("column secret_column does not exist")

    broken(monkeypatch, fail)

    answer = ask('{ page(urlPath: "/") { title } }')

    message, extensions = told(answer)
    error_id = extensions["id"]
    assert re.fullmatch(r"[0-9a-f]{12}", error_id)
    assert extensions == {"code": "INTERNAL", "id": error_id}
    assert (
        message == f"The server failed to answer; tell its operator the id {error_id}."
    )
    (record,) = [found for found in caplog.records if error_id in found.getMessage()]
    assert record.levelno == logging.ERROR
    assert "in fail" in caplog.text, "the traceback is logged"
    assert "RuntimeError: column secret_column does not exist" in caplog.text


def test_a_failure_outside_the_query_is_told_in_the_same_way(monkeypatch, caplog):
    def fail(*args: object) -> None:
        raise OSError("no such secret socket")

    monkeypatch.setattr("cms.graphql.door.view.planned_answer", fail)

    answer = ask("{ locales { code } }")

    assert answer.status == 500
    _message, extensions = told(answer)
    assert extensions["code"] == "INTERNAL"
    assert "secret" not in answer.text
    assert extensions["id"] in caplog.text
    assert "no such secret socket" in caplog.text


@provokes("NOT_ALLOWED")
def test_what_the_server_does_not_do_is_said(client):
    response = client.delete("/graphql/")

    answer = Answer(response.status_code, response.content.decode())
    assert told(answer) == ("Ask by POST, or by GET.", {"code": "NOT_ALLOWED"})
    assert answer.status == 405


@provokes("RATE_LIMITED")
def test_a_client_that_asks_for_too_much_is_told_when_to_come_back(client):
    asked = {"query": "{ locales { code } }"}

    with override_settings(CMS_API=api_settings(RATE=120, RATE_EXEMPT=[])):
        responses = [
            client.post("/graphql/", body, content_type="application/json")
            for body in (asked, asked, asked, b"{")
        ]

    assert [response.status_code for response in responses] == [200, 200, 429, 429]
    limited = responses[2]
    message, extensions = told(Answer(429, limited.content.decode()))
    seconds = extensions["seconds"]
    assert 0 < seconds <= 120
    assert message == f"You have asked for a lot; ask again in {seconds} s."
    assert extensions["code"] == "RATE_LIMITED"
    assert limited["Retry-After"] == str(seconds)
    assert limited["Cache-Control"] == "no-store"


@provokes("TIMED_OUT")
def test_what_takes_too_long_is_given_up_as_a_whole(client, monkeypatch):
    def sleep(*args: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(20)")

    broken(monkeypatch, sleep)
    asked = {"query": '{ locales { code } page(urlPath: "/") { title } }'}

    with override_settings(CMS_API=api_settings(SECONDS=1)):
        legacy, modern = (
            client.post(
                "/graphql/", asked, "application/json", headers={"Accept": media_type}
            )
            for media_type in (JSON, GRAPHQL)
        )

    assert (legacy.status_code, modern.status_code) == (200, 503)
    assert legacy.json() == modern.json()
    message, extensions = told(Answer(503, modern.content.decode()))
    assert message.startswith("This took more than 1 s;")
    assert extensions == {"code": "TIMED_OUT", "seconds": 1}


def test_a_failing_statement_tells_nothing_of_the_database(monkeypatch, caplog):
    def fail(*args: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT secret_column FROM wagtailcore_page")

    broken(monkeypatch, fail)

    answer = ask('{ page(urlPath: "/") { title } }')

    _message, extensions = told(answer)
    assert extensions["code"] == "INTERNAL"
    assert "secret_column" not in answer.text
    assert 'column "secret_column" does not exist' in caplog.text


def test_two_failures_have_two_ids(monkeypatch):
    def fail(*args: object) -> None:
        raise RuntimeError

    broken(monkeypatch, fail)

    answer = ask('{ a: page(urlPath: "/") { title } b: page(urlPath: "/") { title } }')

    first, second = (error["extensions"]["id"] for error in answer.body["errors"])
    assert first != second


def test_what_did_not_fail_is_answered_beside_what_did(monkeypatch):
    def fail(*args: object) -> None:
        raise RuntimeError

    broken(monkeypatch, fail)

    answer = ask('{ page(urlPath: "/") { title } locales { code } }')

    assert answer.body["data"]["page"] is None
    assert answer.body["data"]["locales"][0] == {"code": "en"}
    assert answer.error["path"] == ["page"]


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("{ nothing }", {}),
        ("{ locales { code }", {}),
        ("{ newsPages { totalCount } }", {}),
        ('{ newsPages(locale: "en", first: "x") { totalCount } }', {}),
        ("query Q($n: Int!) { pages(limit: $n) { title } }", {}),
        ("query Q($n: Int!) { pages(limit: $n) { title } }", {"n": None}),
        ("query Q($n: Int!) { pages(limit: $n) { title } }", {"n": "many"}),
        ("query Q($n: Int!) { pages(limit: $n) { title } }", {"n": 10**12}),
        (KINDS, {"kinds": ["PALACE"]}),
        ('{ paths(changedSince: "yesterday") { totalCount } }', {}),
    ],
)
def test_a_query_that_is_not_valid_says_so_with_the_same_code(query, variables):
    answer = ask(query, **variables)

    (error,) = answer.body["errors"]
    argument = "variables" if "query" in query else "query"
    assert error["extensions"] == {"code": "BAD_INPUT", "argument": argument}
    assert len(error["message"].splitlines()) == 1
    assert not INSIDES.search(error["message"]), error["message"]


def test_every_code_is_provoked_by_a_test():
    assert sorted({*REFUSED, *PROVOKED_BY}) == codes(), (
        "a new kind of error needs a query in REFUSED, or a test that @provokes it"
    )


def test_every_code_is_documented_with_what_to_do():
    errors = DOCUMENT.read_text().split("\n## Errors\n")[1].split("\n## ")[0]

    rows = re.findall(r"^\| `([A-Z_]+)` \| .+ \| .+ \|$", errors, re.MULTILINE)

    assert sorted(rows) == codes()
