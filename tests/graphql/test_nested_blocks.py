"""Lists, structs and streams inside one another are typed and shown to any depth."""

from itertools import count

import graphene
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from grapple.models import GraphQLPage, GraphQLStreamfield
from grapple.registry import registry
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.blocks import ListBlock, PageChooserBlock, StreamBlock, StructBlock

from cms.core.declarations import GraphQLBlock
from cms.graphql.blocks import StreamFieldInterface, stream_nodes
from cms.graphql.builder import build_blocks
from cms.graphql.context import ApiContext
from cms.graphql.schema import get_schema
from cms.graphql.targets import Targets
from home.models import StandardPage
from tests.factories.pages import StandardPageFactory
from tests.graphql import nesting
from tests.growth import explain


@pytest.fixture
def own_types(monkeypatch):
    """Keep the types of a test's blocks apart from the real ones."""
    get_schema()
    real = dict(registry.streamfield_blocks)
    monkeypatch.setattr(registry, "streamfield_blocks", dict(real))
    return real


def ask(stream_block, stored, selection, locale_id):
    """Build a schema of nothing but a stream's blocks, and answer a query for it."""
    build_blocks([(stream_block, True)])
    stream = stream_block.to_python(stored)
    context = ApiContext()

    class Query(graphene.ObjectType):
        body = graphene.List(StreamFieldInterface)

        def resolve_body(self, info):
            return stream_nodes(stream, Targets(context, locale_id), "en")

    types = [*registry.streamfield_blocks.values(), registry.pages[StandardPage]]
    schema = graphene.Schema(query=Query, types=types)
    query = f"{{ body {{ {selection} }} }}"
    result = schema.execute(query, context_value=context)
    assert result.errors is None, (query, result.errors)
    return result.data["body"]


@pytest.fixture
def pages(site_tree):
    home = site_tree["en"]
    visible = StandardPageFactory(parent=home, title="Visible")
    hidden = StandardPageFactory(parent=home, title="Hidden", live=False)
    return visible, hidden


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_blocks_nested_at_random_show_what_is_stored(own_types, pages, data):
    registry.streamfield_blocks.clear()
    registry.streamfield_blocks.update(own_types)
    visible, hidden = pages
    parts = data.draw(st.lists(nesting.nested(visible, hidden), min_size=1, max_size=3))

    stream_block, stored = nesting.top(parts)
    answer = ask(stream_block, stored, nesting.select(parts), visible.locale_id)
    assert answer == nesting.shown(parts)


class LeafBlock(StructBlock):
    """A page."""

    page = PageChooserBlock()
    graphql_fields = [GraphQLPage("page", description="A page.")]


class RowBlock(StreamBlock):
    """Some leaves."""

    leaf = LeafBlock()
    graphql_fields = [
        GraphQLStreamfield("blocks", source="value", required=True, description="All.")
    ]


class TableBlock(StructBlock):
    """Some rows."""

    rows = ListBlock(RowBlock())
    graphql_fields = [GraphQLBlock("rows", RowBlock, is_list=True, description="All.")]


NUMBERS = count(1)
ROW = "blocks { ... on LeafBlock { page { title } } }"
TABLES = f"... on TableBlock {{ rows {{ id {ROW} }} }} ... on RowBlock {{ {ROW} }}"


def test_pages_at_every_depth_are_loaded_together(own_types, pages):
    visible, _hidden = pages

    def row() -> dict:
        page = StandardPageFactory(
            parent=visible, title="Deep", slug=f"s{next(NUMBERS)}"
        )
        return [{"type": "leaf", "id": "1", "value": {"page": page.pk}}]

    def statements(times: int) -> list[str]:
        items = [{"type": "item", "id": str(n), "value": row()} for n in range(times)]
        stored = [
            {"type": "table", "id": "t", "value": {"rows": items}},
            *({"type": "row", "id": str(n), "value": row()} for n in range(times)),
        ]
        streams = StreamBlock([("table", TableBlock()), ("row", RowBlock())])
        with CaptureQueriesContext(connection) as captured:
            answer = ask(streams, stored, TABLES, visible.locale_id)
        assert str(answer).count("Deep") == 2 * times
        assert [item["id"] for item in answer[0]["rows"]][:2] == ["0", "1"]
        return [query["sql"] for query in captured.captured_queries]

    few, many = statements(2), statements(6)

    assert len(many) == len(few), explain(few, many)
