"""Whatever a type shows of others, it takes no more statements for more owners.

The schema says what there is to ask, and the models what there is to find: a field that
is added tomorrow is asked here without a line of code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from graphql import (
    GraphQLField,
    GraphQLList,
    GraphQLObjectType,
    GraphQLSchema,
    get_operation_ast,
    parse,
)
from grapple.registry import registry
from wagtail.models import Page

from cms.graphql.context import ApiContext
from cms.graphql.planner.plan import Plan
from cms.graphql.schema import get_schema
from news.models import NewsPage
from tests.growth import explain
from tests.plenty.fixture import LARGE, SMALL
from tests.plenty.selections import Selections

pytestmark = pytest.mark.django_db

DEPTH = 2  # owner, what it leads to, and what that leads to


def types() -> dict[str, type]:
    """Return the models that types stand for, by the types' names."""
    get_schema()
    found = {**registry.pages, **registry.snippets}
    return {kind._meta.name: model for model, kind in found.items()}


@cache
def selections() -> Selections:
    return Selections(get_schema().graphql_schema, set(types()))


@cache
def schema_of(name: str) -> GraphQLSchema:
    """Return a schema that answers nothing but owners of one type, in one list."""
    kinds = get_schema().graphql_schema.type_map

    def resolve(_root: Any, info: Any) -> list[Any]:
        return info.context.batches.together(info.context.owners)

    owners = GraphQLField(GraphQLList(kinds[name]), resolve=resolve)
    root = GraphQLObjectType("Query", {"owners": owners})
    return GraphQLSchema(root, types=[k for k in kinds.values() if k.name != "Query"])


@dataclass(frozen=True)
class Told:
    """What was answered of some owners, and with which statements."""

    answers: list[Any]
    statements: list[str]


@dataclass(frozen=True)
class Question:
    """Something to ask of the owners in one list, whoever they are."""

    name: str
    plan: Plan

    @classmethod
    def of(cls, name: str, selection: str) -> "Question":
        """Plan it once."""
        document = parse(f"{{ owners {{ {selection} }} }}", no_location=True)
        operation = get_operation_ast(document)
        return cls(name, Plan(schema_of(name), document, operation, {}))

    def ask(self, owners: Sequence[Any]) -> Told:
        """Ask it of some owners."""
        model = Page if isinstance(owners[0], Page) else type(owners[0])
        rows = model._default_manager.filter(pk__in=[owner.pk for owner in owners])
        context = ApiContext()
        context.owners = list(rows.order_by("pk"))
        with CaptureQueriesContext(connection) as captured:
            answer = self.plan.execute(context, {})
        return Told(answer["owners"], [row["sql"] for row in captured.captured_queries])

    def growth(self, owners: Sequence[Any]) -> str:
        """Return what more owners add; nothing where nothing is added."""
        few = self.ask(owners[:SMALL]).statements
        many = self.ask(owners[:LARGE]).statements
        return "" if len(few) == len(many) else explain(few, many) or "statements"


def faults(owners: Sequence[Any], name: str) -> Iterator[str]:
    """Yield the fields of a type that grow, and those that nothing was asked of."""
    kind = get_schema().graphql_schema.type_map[name]
    whole = Question.of(name, selections().whole(kind, DEPTH))
    if whole.growth(owners):
        for field in kind.fields:
            alone = Question.of(name, selections().field(kind, field, DEPTH))
            if added := alone.growth(owners):
                yield f"{name}.{field} loads for each owner anew:\n{added}"
    answers = whole.ask(owners[:SMALL]).answers
    for field in selections().composite(kind):
        if not any(_says(answer[field]) for answer in answers):
            yield f"{name}.{field} leads nowhere here: fill it in tests/plenty/"


def _says(value: Any) -> bool:
    """Tell whether an answer holds an object, or a list or page of some."""
    if isinstance(value, dict) and "nodes" in value:
        return bool(value["nodes"])
    return bool(value)


@pytest.fixture
def large(plenty):
    _small, large = plenty
    large.show()
    return large


def test_no_field_takes_more_for_more_owners(large):
    found = [
        fault
        for name, model in types().items()
        for fault in faults(large.some(model), name)
    ]

    assert found == [], "\n".join(found)


def test_a_relation_that_is_not_batched_is_named(large, monkeypatch):
    def naive(page: Any, _info: Any) -> list[Any]:
        rows = NewsPage.objects.get(pk=page.pk).related_pages.all()
        return [row.target for row in rows]

    fields = get_schema().graphql_schema.type_map["NewsPage"].fields
    monkeypatch.setattr(fields["related"], "resolve", naive)

    (found,) = faults(large.some(NewsPage), "NewsPage")
    assert found.startswith("NewsPage.related loads")


def test_a_block_that_loads_for_itself_is_seen(large, monkeypatch):
    def naive(node: Any, _info: Any) -> Any:
        return node.targets._context.gate.visible(Page.objects.all()).first()

    kinds = get_schema().graphql_schema.type_map
    monkeypatch.setattr(kinds["Link"].fields["page"], "resolve", naive)

    body = selections().field(kinds["NewsPage"], "body", DEPTH)
    assert Question.of("NewsPage", body).growth(large.some(NewsPage))
