"""A refusal costs under 5 ms of CPU; what passes costs little to parse and validate."""

import logging

import pytest
from graphql import get_operation_ast, parse, validate

from cms.graphql.errors import LimitExceeded
from cms.graphql.limits.cost import check_cost, max_introspection
from cms.graphql.limits.scan import check_text
from cms.graphql.schema import get_schema
from tests.contract import documents
from tests.graphql.limits.cpu import milliseconds

logger = logging.getLogger(__name__)  # shown by --log-cli-level=INFO
MAX_REFUSAL = 5  # milliseconds of CPU
MAX_READING = 100  # milliseconds; measured 35 at most


def fragments(count: int, body: str) -> str:
    return "".join(
        f"fragment F{n} on PageInterface {{ {body.format(n=n + 1)} }} "
        for n in range(count)
    )


def as_text(limit: str, query: str):
    return pytest.param(limit, query, id=f"{limit}: {len(query)} characters")


REFUSED = [
    as_text("tokens", "{" + "".join(f"a{n}: id " for n in range(10_000)) + "}"),
    as_text("tokens", "{" + " id" * 300_000 + "}"),
    as_text("tokens", "#\n" * 500_000 + "{ id }"),
    as_text("tokens", "{" * 100_000),
    as_text("tokens", "{a(b:" + "[" * 100_000),
    as_text("aliases", "{" + "".join(f"a{n}: id " for n in range(600)) + "}"),
    as_text("depth", "{ a " * 600 + "}" * 600),
    as_text(
        "depth", "{...F0}" + fragments(40, "a{{...F{n}}}") + "fragment F40 on T {a}"
    ),
    as_text(
        "aliases",
        "{...F0}" + fragments(45, "...F{n} ...F{n}") + "fragment F45 on T {a: b}",
    ),
    as_text(
        "repetitions",
        "{...F0}" + fragments(150, "...F{n} ...F{n}") + "fragment F150 on T{a}",
    ),
    as_text("repetitions", "{" + "".join(f"...F{n} " for n in range(240)) + "}"),
    as_text("repetitions", "{ locales {" + " code" * 1990 + "} }"),
    as_text("repetitions", "{" + "locales { code }" * 490 + "}"),
    as_text("repetitions", "query A { a } " * 390),
]


@pytest.mark.parametrize(("limit", "query"), REFUSED)
def test_a_refusal_of_the_text_is_cheap(limit, query):
    def run() -> None:
        with pytest.raises(LimitExceeded) as refused:
            check_text(query)
        assert refused.value.extensions["limit"] == limit

    spent = milliseconds(run)

    logger.info("%s: %.2f ms", limit, spent)
    assert spent < MAX_REFUSAL


PAGES = ["HomePage", "StandardPage", "NewsPage", "ProjectPage", "PublicationPage"]
TOO_DEAR = {
    "nested lists": "{ pages(limit: 100) { children(limit: 100) { title } } }",
    "doubling fragments": "{ page(id: 1) { ...F0 } } "
    + fragments(45, "...F{n} children {{ ...F{n} }}")
    + "fragment F45 on PageInterface { children { title } }",
    "many types": "{ page(id: 1) {"
    + "".join(
        f"... on {PAGES[n % 5]} {{ related {{ id }} topics {{ slug }} }}"
        for n in range(60)
    )
    + "children { children { children(limit: 30) { title } } } } }",
}


@pytest.mark.parametrize("name", TOO_DEAR)
def test_a_refusal_for_its_cost_is_cheap_once_it_is_parsed(name):
    schema, document = get_schema().graphql_schema, parse(TOO_DEAR[name])
    assert validate(schema, document) == []
    operation = get_operation_ast(document)
    max_introspection(schema)

    def run() -> None:
        with pytest.raises(LimitExceeded) as refused:
            check_cost(schema, document, operation, {})
        assert refused.value.extensions["limit"] == "cost"

    spent = milliseconds(run)

    logger.info("%s: %.2f ms", name, spent)
    assert spent < MAX_REFUSAL


def filled(head: str, part: str, tail: str, most: int) -> str:
    """Return a text with as many parts as pass the scan."""
    for count in range(most, 0, -1):
        query = head + "".join(part.format(n=n) for n in range(count)) + tail
        try:
            check_text(query)
        except LimitExceeded:
            continue
        return query
    raise AssertionError(head)


WORST = {
    "one field": ("{ locales {", " code", "} }", 110),
    "one object": ("{", "locales { code } ", "}", 110),
    "fields with arguments": ("{", 'site(locale: "en", site: "x") { name } ', "}", 110),
    "inline fragments": (
        "{ page(id: 1) {",
        "... on NewsPage { locale { code } } ",
        "}}",
        99,
    ),
    "fragments beside each other": (
        "{ page(id: 1) { id",
        " ...F{n}",
        "} }" + fragments(48, "locale {{ code }}"),
        48,
    ),
    "pairs on every level": (
        "{ page(id: 1) {" + "parent { title parent { title " * 6,
        " title",
        "} }" * 6 + "} }",
        110,
    ),
    "operations": (
        "fragment F on Query { locales { code } }",
        "query Q{n} {{ ...F }}",
        "",
        110,
    ),
    "variables": (
        "query (" + "".join(f"$v{n}: Boolean! " for n in range(70)) + ") {",
        "... @skip(if: $v{n}) {{ locales {{ code }} }} ",
        "}",
        70,
    ),
    "long lists": (
        '{ newsPages(locale: "en", filter: { goals: [',
        "1 ",
        "] }) { totalCount } }",
        1980,
    ),
    "unknown fields": ("{", "newsPage{n} ", "}", 1990),
    "unknown arguments": ("{ newsPages(", "yeat{n}: 1 ", ") { totalCount } }", 660),
    "directives": ("{ locales", " @skip(if: false)", "{ code } }", 280),
    "introspection": ("{", '__type(name: "Query") { name } ', "}", 99),
}


@pytest.mark.parametrize("name", WORST)
def test_what_passes_the_scan_is_read_quickly(name):
    head, part, tail, most = WORST[name]
    part = part if "{n}" in part else part.replace("{", "{{").replace("}", "}}")
    query = filled(head, part, tail, most)

    def read() -> None:
        validate(get_schema().graphql_schema, parse(query), max_errors=5)

    spent = milliseconds(read)

    logger.info("%s: %.0f ms", name, spent)
    assert spent < MAX_READING


@pytest.mark.parametrize("name", documents.names())
def test_the_scan_of_what_frontends_send_is_cheap(name):
    query = documents.load(name)

    spent = milliseconds(lambda: check_text(query))

    logger.info("%s: %.2f ms", name, spent)
    assert spent < MAX_REFUSAL
