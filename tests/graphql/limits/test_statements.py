"""A query's statements end in time, and none of them writes."""

import pytest
from django.contrib.auth.models import Group
from django.db import InternalError, connection, transaction
from django.db.utils import OperationalError
from django.test.utils import CaptureQueriesContext
from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    execute_sync,
    parse,
)
from wagtail.models import Site

from cms.graphql.errors import TimedOut
from cms.graphql.limits.deadline import Deadline
from cms.graphql.limits.statements import statement_timeout


@pytest.fixture(autouse=True)
def _one_second(settings):
    settings.CMS_API = {**settings.CMS_API, "SECONDS": 1}


def sleep(seconds: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(%s)", [seconds])


def setting(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return cursor.fetchone()[0]


pytestmark = pytest.mark.usefixtures("own_database")
each_way = pytest.mark.parametrize(
    "in_transaction",
    [
        pytest.param(
            False, marks=pytest.mark.django_db(transaction=True), id="autocommit"
        ),
        pytest.param(True, marks=pytest.mark.django_db, id="inside a transaction"),
    ],
)


@each_way
def test_a_slow_statement_is_cancelled(in_transaction):
    assert connection.in_atomic_block is in_transaction
    with (
        pytest.raises(TimedOut) as refused,
        statement_timeout(Deadline(60)),
        pytest.raises(OperationalError),
    ):
        sleep(30)

    assert refused.value.extensions == {"code": "TIMED_OUT", "seconds": 1}


@each_way
def test_a_quick_statement_is_answered(in_transaction):
    with statement_timeout(Deadline(60)):
        sleep(0.01)
        assert setting("statement_timeout") == "1s"


@each_way
@pytest.mark.parametrize("slow", [False, True])
def test_nothing_stays_on_the_connection(in_transaction, slow):
    before = setting("statement_timeout")
    try:
        with statement_timeout(Deadline(60)):
            sleep(30 if slow else 0)
    except (TimedOut, OperationalError):
        assert slow

    assert setting("statement_timeout") == before
    assert setting("transaction_read_only") == "off"
    assert Site.objects.update(site_name="written") >= 0
    assert connection.in_atomic_block is in_transaction


@each_way
def test_a_query_cannot_write(in_transaction):
    with (
        statement_timeout(Deadline(60)),
        pytest.raises(InternalError, match="read-only"),
    ):
        Site.objects.update(site_name="written")

    assert not Site.objects.filter(site_name="written").exists()


@pytest.mark.django_db(transaction=True)
def test_what_resolvers_raise_is_still_a_timeout():
    """graphql-core puts errors into its result; statements after the first fail too."""
    slow = GraphQLField(GraphQLString, resolve=lambda *_: sleep(30))
    quick = GraphQLField(GraphQLString, resolve=lambda *_: setting("timezone"))
    schema = GraphQLSchema(GraphQLObjectType("Query", {"slow": slow, "quick": quick}))

    results = []
    with pytest.raises(TimedOut), statement_timeout(Deadline(60)):
        results.append(execute_sync(schema, parse("{ slow quick }")))

    assert results[0].data == {"slow": None, "quick": None}
    assert len(results[0].errors) == 2
    assert setting("timezone") == "UTC"


@pytest.mark.django_db(transaction=True)
def test_it_costs_one_statement():
    with CaptureQueriesContext(connection) as captured, statement_timeout(Deadline(60)):
        pass

    sent = [row["sql"] for row in captured.captured_queries]
    (one,) = [sql for sql in sent if sql not in ("BEGIN", "ROLLBACK")]
    assert one.split(";") == [
        "SET LOCAL statement_timeout = 1000",
        "SET TRANSACTION READ ONLY",
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
    ]


@pytest.mark.django_db(transaction=True)
def test_an_error_of_the_code_passes():
    with pytest.raises(ZeroDivisionError), statement_timeout(Deadline(60)):
        _ = 1 / 0

    assert not connection.in_atomic_block
    assert transaction.get_autocommit()


@pytest.mark.django_db(transaction=True)
def test_an_answer_sees_one_state_of_the_content():
    group = Group.objects.create(name="before")
    with statement_timeout(Deadline(60)):
        before = Group.objects.get(pk=group.pk).name
        with connection.copy().cursor() as elsewhere:
            elsewhere.execute("UPDATE auth_group SET name = 'after'")
        still = Group.objects.get(pk=group.pk).name

    assert (before, still) == ("before", "before")
    assert Group.objects.get(pk=group.pk).name == "after"
