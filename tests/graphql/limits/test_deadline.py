"""An answer that takes too long is given up, wherever the time goes."""

import pytest
from django.db import connection
from django.test import override_settings

from cms.graphql.context import ApiContext
from cms.graphql.errors import TimedOut
from cms.graphql.limits.deadline import Deadline
from cms.graphql.limits.statements import statement_timeout
from cms.graphql.schema import get_schema
from tests.api_settings import api_settings


def test_no_statement_begins_when_the_time_is_up(db):
    deadline = Deadline(60)

    def ask() -> None:
        with statement_timeout(deadline), connection.cursor() as cursor:
            deadline.is_over = True
            cursor.execute("SELECT 1")

    with pytest.raises(TimedOut):
        ask()


def test_it_stays_over():
    deadline = Deadline(0)

    for _ in range(2):
        with pytest.raises(TimedOut, match="0 s"):
            deadline.check()


@pytest.mark.parametrize("seconds", [5, 7])
def test_a_whole_answer_may_take_twice_as_long_as_a_statement(seconds):
    with override_settings(CMS_API=api_settings(SECONDS=seconds)):
        assert ApiContext().deadline.seconds == 2 * seconds


def test_our_own_code_is_given_up_as_well(client, site_tree, monkeypatch):
    def linger(found, info):
        info.context.deadline.is_over = True
        return []

    locales = get_schema().graphql_schema.query_type.fields["locales"]
    monkeypatch.setattr(locales, "resolve", linger)

    answer = client.post(
        "/graphql/",
        {"query": '{ locales { code } site(locale: "en") { name } }'},
        content_type="application/json",
    ).json()

    assert list(answer) == ["errors"]
    assert answer["errors"][0]["extensions"]["code"] == "TIMED_OUT"
