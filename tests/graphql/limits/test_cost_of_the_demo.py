"""No answer on the demo content has more objects than its cost says."""

from typing import Any

import pytest
from graphql import get_operation_ast, parse

from cms.graphql.limits.cost import cost_of
from cms.graphql.schema import get_schema
from tests.contract import documents
from tests.contract.test_operations import ARGUMENTS, NOW

pytestmark = pytest.mark.usefixtures("demo_database")

PATHS = '{ paths(locale: "en", first: 100) { nodes { path } } }'


def objects_in(answer: Any) -> int:
    """Return how many objects there are, the root left aside."""
    if isinstance(answer, list):
        return sum(map(objects_in, answer))
    if isinstance(answer, dict):
        return 1 + sum(map(objects_in, answer.values()))
    return 0


def assert_within_cost(graphql, name: str, **variables: Any) -> None:
    query = documents.load(name)
    document = parse(query)
    cost = cost_of(
        get_schema().graphql_schema, document, get_operation_ast(document), variables
    )

    found = objects_in(graphql(query, **variables).data) - 1

    assert 0 < found <= cost


@pytest.mark.parametrize("first", [1, 20, 100])
@pytest.mark.parametrize("name", [n for n in NOW if n not in ("Route", "Preview")])
def test_an_answer_has_no_more_objects_than_its_cost(graphql, name, first):
    sized = {"first": first} if "$first" in documents.load(name) else {}

    assert_within_cost(
        graphql, name, **{**ARGUMENTS.get(name, {}), "locale": "en", **sized}
    )


def test_no_page_has_more_objects_than_its_cost(graphql):
    paths = [node["path"] for node in graphql(PATHS).data["paths"]["nodes"]]

    assert paths
    for path in [*paths, "/en/nothing/here/"]:
        assert_within_cost(graphql, "Route", path=path)
