"""Previews over HTTP: by POST, kept by nobody, and by no other argument."""

import json
from urllib.parse import urlencode

import pytest
from django.test import Client
from graphql import (
    GraphQLInputObjectType,
    GraphQLNonNull,
    get_named_type,
    get_operation_ast,
    parse,
)

from cms.graphql.context import ApiContext
from cms.graphql.personal import personal_fields
from cms.graphql.schema import get_schema
from cms.previews.service import give_token
from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.fixtures import SiteTree
from tests.previewing import QUERY, make_superuser, see

DRAFT = "Only in the draft"


@pytest.fixture
def draft(site_tree: SiteTree):
    """A news item that was never published."""
    index = NewsIndexPageFactory(parent=site_tree["en"])
    return NewsPageFactory(
        parent=index, title=DRAFT, slug="only-in-the-draft", live=False
    )


@pytest.fixture
def token(draft) -> str:
    return give_token(draft, make_superuser())


def test_the_answer_is_kept_by_nobody(token):
    for asked in (token, "unknown"):
        answer = see(asked)
        assert answer["Cache-Control"] == "no-store"
        assert answer.cookies == {}


def test_other_answers_are_not_marked_as_personal(graphql, site_tree):
    answer = see("x", "query P { locales { code } }")

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-cache"


def test_the_token_does_not_travel_in_an_address(token):
    parameters = {"query": QUERY, "variables": json.dumps({"token": token})}
    answer = Client().get(f"/graphql/?{urlencode(parameters)}")

    assert answer.status_code == 405
    assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_ALLOWED"
    assert DRAFT not in answer.content.decode()


PERSONAL = [
    'query A { preview(token: "x") { expiresAt } }',
    'query A { x: preview(token: "x") { expiresAt } locales { code } }',
    """query A { ...F } fragment F on Query { ...G }
    fragment G on Query { ... { preview(token: "x") { expiresAt } } }""",
    'query A { preview(token: "x") @skip(if: true) { expiresAt } }',
]
COMMON = [
    "query A { preview: locales { code } }",
    'query A { locales { code } } query B { preview(token: "x") { expiresAt } }',
    "query A { ...F } fragment F on Query { ...F locales { code } }",
    'query A { site(locale: "en") { name } }',
]


@pytest.mark.parametrize("text", PERSONAL)
def test_an_operation_that_selects_a_draft_is_personal(text):
    document = parse(text)
    assert personal_fields(document, get_operation_ast(document, "A")) > 0


@pytest.mark.parametrize("text", COMMON)
def test_others_are_not(text):
    document = parse(text)
    assert personal_fields(document, get_operation_ast(document, "A")) == 0


def test_tokens_are_not_tried_by_the_dozen(client, token):
    query = "query A($token: String!) { a: preview(token: $token) { expiresAt } %s }"
    twice = query % 'b: preview(token: "x") { expiresAt }'

    response = client.post(
        "/graphql/",
        {"query": twice, "variables": {"token": token}},
        content_type="application/json",
    )

    (error,) = response.json()["errors"]
    assert error["extensions"] == {"code": "BAD_INPUT", "argument": "token"}
    assert "data" not in response.json()


def test_many_fragments_are_read_once_each():
    spreads = " ".join(f"...F{number}" for number in range(300))
    parts = [f"fragment F{number} on Query {{ {spreads} }}" for number in range(300)]
    document = parse(f"query A {{ {spreads} }} {' '.join(parts)}")

    assert personal_fields(document, get_operation_ast(document, "A")) == 0


def test_the_request_says_that_it_was_personal(token):
    context = ApiContext()
    assert context.is_personal is False

    get_schema().execute(QUERY, context_value=context, variables={"token": token})

    assert context.is_personal is True


def string_arguments():
    """Yield every root field with each of its arguments that takes a text."""
    for name, field in get_schema().graphql_schema.query_type.fields.items():
        for argument, definition in field.args.items():
            kind = get_named_type(definition.type)
            if kind.name in ("String", "ID") and name != "preview":
                yield pytest.param(name, argument, id=f"{name}-{argument}")
            if isinstance(kind, GraphQLInputObjectType):
                for part, inner in kind.fields.items():
                    if get_named_type(inner.type).name in ("String", "ID"):
                        yield pytest.param(
                            name, f"{argument}.{part}", id=f"{name}-{argument}.{part}"
                        )


def literal(kind, text: str) -> str:
    """Return a text, in as many lists as its type asks for."""
    lists = str(kind).count("[")
    return f"{'[' * lists}{json.dumps(text)}{']' * lists}"


def question(name: str, argument: str, text: str, fields: str) -> str:
    """Return a query with a text in one argument; others get what they must have."""
    field = get_schema().graphql_schema.query_type.fields[name]
    own, _dot, part = argument.partition(".")
    given = {}
    for other, definition in field.args.items():
        if other == own and part:
            kind = get_named_type(definition.type).fields[part].type
            given[other] = f"{{ {part}: {literal(kind, text)} }}"
        elif other == own:
            given[other] = literal(definition.type, text)
        elif isinstance(definition.type, GraphQLNonNull):
            is_text = get_named_type(definition.type).name in ("String", "ID")
            if is_text:
                given[other] = literal(
                    definition.type, "en" if other == "locale" else DRAFT
                )
    arguments = ", ".join(f"{key}: {value}" for key, value in given.items())
    return f"query P {{ {name}({arguments}) {{ {fields} }} }}"


@pytest.mark.parametrize(("name", "argument"), string_arguments())
def test_no_other_argument_shows_a_draft(graphql, draft, token, name, argument):
    kind = get_schema().graphql_schema.query_type.fields[name].type
    fields = _titles(get_named_type(kind))
    path = f"/en/news/{draft.slug}/"
    tried = (token, f"{path}?token={token}", f"{draft.pk}:{token}", f"{path}{token}")
    for text in tried:
        answer = graphql(question(name, argument, text, fields))

        assert DRAFT not in answer.text
        assert answer.status == 200, answer.text


def _titles(kind) -> str:
    """Return a selection of the titles and names in an answer."""
    if hasattr(kind, "types"):
        return "__typename " + " ".join(
            f"... on {possible} {{ {_titles(possible)} }}" for possible in kind.types
        )
    fields = getattr(kind, "fields", {})
    found = [name for name in ("title", "slug", "name", "path") if name in fields]
    found = [name for name in found if not fields[name].args]
    for name in ("nodes", "page", "suggestions", "items", "pages"):
        if name in fields:
            found.append(f"{name} {{ {_titles(get_named_type(fields[name].type))} }}")
    return " ".join(["__typename", *found])


@pytest.mark.parametrize("place", ["header", "cookie", "address", "extensions"])
def test_a_token_beside_the_query_shows_nothing(draft, token, place):
    query = """query P($id: ID!, $path: String!) {
      page(id: $id) { title }
      route(path: $path) { ... on PageRoute { page { title } } }
      newsPages(locale: "en") { nodes { title } }
      paths { nodes { path } } }"""
    variables = {"id": str(draft.pk), "path": f"/en/news/{draft.slug}/"}
    body = {"query": query, "variables": variables}
    client, address, headers = Client(), "/graphql/", {}
    if place == "header":
        names = ("Authorization", "X-Preview-Token", "X-Token", "Preview")
        headers = dict.fromkeys(names, token)
    elif place == "cookie":
        client.cookies["token"] = client.cookies["preview"] = token
    elif place == "address":
        address += f"?token={token}&preview={token}"
    else:
        body["extensions"] = {"token": token, "preview": token}

    answer = client.post(
        address, json.dumps(body), content_type="application/json", headers=headers
    )

    assert answer.status_code == 200
    assert DRAFT not in answer.content.decode()
    assert draft.slug not in answer.content.decode()
    assert answer.json()["data"]["paths"]["nodes"] != []


def test_beside_a_draft_readers_answers_stay_as_they_are(graphql, draft, token):
    query = """query P($token: String!, $id: ID!) {
      before: newsPages(locale: "en") { totalCount nodes { title } }
      preview(token: $token) { page { title parent { title } } }
      after: newsPages(locale: "en") { totalCount nodes { title } }
      index: page(id: $id) { children { title } } }"""

    data = graphql(query, token=token, id=draft.get_parent().pk).data

    assert data["preview"]["page"] == {"title": DRAFT, "parent": {"title": "News"}}
    assert data["before"] == data["after"] == {"totalCount": 0, "nodes": []}
    assert data["index"] == {"children": []}
