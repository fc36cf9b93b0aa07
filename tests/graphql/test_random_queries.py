"""Whatever valid query is sent: no failure inside, no answer against the schema.

`make fuzz` sends many more of them to a running server.
"""

import string
from datetime import UTC, datetime

import pytest
from graphql import (
    ArgumentNode,
    DocumentNode,
    NullValueNode,
    StringValueNode,
    parse,
    print_ast,
    visit,
)
from graphql.language import Visitor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes, queries

from cms.graphql.schema import get_schema
from tests.graphql.conformance import violations, with_types
from tests.graphql_client import ask

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]

# What a frontend would send; without it, most answers were «there is no such language».
REAL = {
    "locale": ["en", "fr", "uk", "AR", "pt-BR"],
    "path": ["/en/", "/fr/", "/en/news/", "/uk/novyny/", "/en/no/such/page/"],
    "slug": ["home", "news", "platforma", "covenant-of-mayors"],
    "urlPath": ["/", "/news/"],
    "site": ["localhost"],
    "id": ["1", "3", "40"],
    "order": ["title", "-path"],
    "contentType": ["news.NewsPage", "home.HomePage"],
    "query": ["cooperation", "villes"],
}
TIMES = st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat)
SCALARS = {
    "Date": st.dates().map(str).map(nodes.String),
    "DateTime": TIMES.map(nodes.String),
    "Decimal": st.decimals(allow_nan=False).map(str).map(nodes.String),
}


class FillIn(Visitor):
    """Puts real words in the place of some random ones."""

    def __init__(self, draw: st.DrawFn) -> None:
        super().__init__()
        self._draw = draw

    def enter_argument(self, node: ArgumentNode, *_: object) -> ArgumentNode | None:
        real = REAL.get(node.name.value)
        if not real or not isinstance(node.value, StringValueNode | NullValueNode):
            return None
        word = self._draw(st.sampled_from([*real, *real, None]))
        if word is None:
            return None
        return ArgumentNode(name=node.name, value=StringValueNode(value=word))


@st.composite
def documents(draw: st.DrawFn) -> DocumentNode:
    """Return a valid query, most of whose arguments mean something."""
    schema = get_schema().graphql_schema
    drawn = draw(
        queries(schema, custom_scalars=SCALARS, allow_x00=False, print_ast=lambda d: d)
    )
    return with_types(visit(drawn, FillIn(draw)))


@given(documents())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_keeps_to_the_schema(document):
    answer = ask(print_ast(document))

    assert answer.status == 200
    codes = [error["extensions"]["code"] for error in answer.body.get("errors", [])]
    assert "INTERNAL" not in codes, answer.text
    if answer.body.get("data"):
        schema = get_schema().graphql_schema
        assert list(violations(schema, document, answer.body["data"])) == []


@given(st.text(alphabet=string.printable + "“é\0", max_size=300))
@settings(max_examples=100, deadline=None)
def test_nonsense_is_refused_with_a_code(text):
    answer = ask(text)

    assert answer.status in (200, 400)
    assert answer.body["errors"] or parse(text)


def test_what_breaks_the_schema_would_be_seen():
    schema = get_schema().graphql_schema
    document = with_types(parse("{ locales { code isDefault } }"))
    right = {"code": "en", "isDefault": True, "__typename": "Language"}

    def found(**changed):
        data = {"locales": [{**right, **changed}], "__typename": "Query"}
        return list(violations(schema, document, data))

    assert found() == []
    assert found(code=None) == ["data.locales[0].code is null"]
    assert found(isDefault="yes")
    assert found(__typename="Country")
    assert found(more=1)
