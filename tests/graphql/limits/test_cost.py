"""The cost of a query is the most objects that it can return."""

import logging

import pytest
from graphql import get_operation_ast, is_composite_type, is_list_type, parse, validate
from graphql.type import get_named_type, get_nullable_type

from cms.graphql.limits import maxima
from cms.graphql.limits.cost import check_cost, cost_of, max_introspection
from cms.graphql.schema import get_schema
from tests.contract import documents
from tests.graphql.limits import refusals
from tests.graphql.limits.test_scan import STANDARD

logger = logging.getLogger(__name__)  # shown by --log-cli-level=INFO
NOW = [name for name in documents.names() if name not in documents.LATER_OPERATIONS]


def asked(query: str, run=cost_of, **variables) -> int:
    schema, document = get_schema().graphql_schema, parse(query)
    assert validate(schema, document) == []
    return run(schema, document, get_operation_ast(document), variables)


def refusal(query: str, **variables) -> tuple[str, int] | None:
    return refusals.refusal(lambda: asked(query, check_cost, **variables))


LANGUAGES = 8 + 1  # of the tests' settings, and x-default
NEWS_BY_FRAGMENT = """
{ newsPages(locale: "en", first: 5) { ...C } }
fragment C on NewsConnection { nodes { title } pageInfo { endCursor } }
"""
COVERS = """
{ page(id: 1) {
  locale { code }
  ... on StandardPage { cover { id } }
  ... on NewsPage { cover { sources(preset: CARD) { type } } }
} }
"""
TWICE = "{ page(id: 1) { ...A ...A } } fragment A on PageInterface { parent { id } }"
IMPOSSIBLE = """
{ page(id: 1) { ... on NewsPage { ...A } } }
fragment A on PageInterface { ... on ProjectPage { cover { id } } }
"""
ITEM = "{ nodes { slug locale { code } } }"


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{ __typename }", 0),
        ("{ locales { code } }", LANGUAGES),
        ("{ a: locales { code } b: locales { code } }", 2 * LANGUAGES),
        ("{ page(id: 1) { title } }", 1),
        ("{ page(id: 1) { locale { code } } }", 2),
        ("{ page(id: 1) { children(limit: 3) { locale { code } } } }", 1 + 3 * 2),
        ("{ page(id: 1) { children { locale { code } } } }", 1 + 20 * 2),
        ("{ pages(limit: 7) { title } }", 7),
        ("{ pages(limit: null) { title } }", 20),
        ("{ pages(limit: 100) { title } }", 100),
        ("{ pages(limit: 2147483647) { title } }", 100),
        ("{ pages(limit: -1) { title } }", 0),
        ('{ newsPages(locale: "en", first: 5) ' + ITEM + "}", 1 + 5 * 2),
        ('{ newsPages(locale: "en") { totalCount pageInfo { endCursor } } }', 2 + 10),
        (NEWS_BY_FRAGMENT, 1 + 5 + 1),
        (
            '{ newsPages(locale: "en", first: 2) { facets { values { count } } } }',
            1 + 100 + 6 * (1 + 200),
        ),
        (COVERS, 1 + 1 + (1 + 3)),
        (TWICE, 1 + 2),
        (IMPOSSIBLE, 1),
    ],
)
def test_the_cost_counts_objects(query, cost):
    assert asked(query) == cost


@pytest.mark.parametrize(
    ("variables", "cost"),
    [({}, 4), ({"n": 9}, 9), ({"n": None}, 20), ({"n": 1000}, 100), ({"n": "x"}, 100)],
)
def test_the_size_may_come_from_a_variable(variables, cost):
    query = "query ($n: Int = 4) { pages(limit: $n) { title } }"

    assert asked(query, **variables) == cost


@pytest.mark.parametrize(
    ("directive", "variables", "counts"),
    [
        ("@skip(if: true)", {}, False),
        ("@skip(if: false)", {}, True),
        ("@include(if: false)", {}, False),
        ("@include(if: $yes)", {}, True),
        ("@include(if: $yes)", {"yes": False}, False),
        ("@skip(if: $yes)", {"yes": True}, False),
    ],
)
def test_what_is_skipped_costs_nothing(directive, variables, counts):
    head = "query ($yes: Boolean! = true) { __typename @skip(if: $yes)"
    field = f"{head} locales {directive} {{ code }} }}"
    inline = f"{head} ... {directive} {{ locales {{ code }} }} }}"
    spread = f"{head} ...F {directive} }} fragment F on Query {{ locales {{ code }} }}"

    for query in (field, inline, spread):
        assert asked(query, **variables) == (LANGUAGES if counts else 0)


def test_the_dearest_type_counts():
    query = """
    { route(path: "/") {
      ... on PageRoute { requestedLocale { code } page { path } }
      ... on RedirectRoute { location }
      ... on NotFoundRoute { suggestions { title } }
    } }
    """

    assert asked(query) == 1 + max(1 + 1, 0, maxima.DEFAULT)


def test_just_under_the_maximum_passes_and_just_over_is_refused(settings):
    query = "{ pages(limit: 100) { children(limit: 98) { title } locale { code } } }"
    assert asked(query) == asked(query, check_cost) == 10_000
    assert refusal(query.replace("98", "99")) == ("cost", 10_000)

    settings.CMS_API = {**settings.CMS_API, "MAX_COST": 9_999}
    assert refusal(query) == ("cost", 9_999)


def test_numbers_stop_growing():
    last = "fragment F60 on PageInterface { id }"
    doubling = "".join(
        f"fragment F{n} on PageInterface {{ a: children {{ ...F{n + 1} }}"
        f" b: children {{ ...F{n + 1} }} }}"
        for n in range(60)
    )
    query = f"{{ page(id: 1) {{ ...F0 }} }} {doubling} {last}"

    assert 10**6 < asked(query) < 10**15


def test_a_query_may_nest_as_deep_as_the_parser_lets_it():
    query = "{" + "... {" * 198 + "locales { code }" + "}" * 199

    assert asked(query) == LANGUAGES


# --- Introspection -----------------------------------------------------------------
def test_introspection_costs_nothing_and_has_a_bound_of_its_own():
    schema = get_schema().graphql_schema
    chain = "types { fields { args { name } type { name ofType { name } } } }"
    twenty = " ".join(f"a{n}: {chain}" for n in range(20))

    assert asked(STANDARD, check_cost) == 0
    assert refusal('{ __type(name: "Query") { fields { name } } }') is None
    assert refusal(f"{{ __schema {{ {twenty} }} }}") == (
        "introspection",
        max_introspection(schema),
    )


def bodies(first: int, selected: str) -> str:
    inner = f"nodes {{ body {{ ... on ParagraphBlock {{ {selected} }} }} }}"
    return f'{{ newsPages(locale: "en", first: {first}) {{ {inner} }} }}'


def test_what_takes_work_has_its_price_each_time():
    often = " ".join(f"a{number}: html" for number in range(29))
    facets = " ".join(f"a{number}: facets {{ name }}" for number in range(30))

    assert asked(bodies(40, "html")) == 1 + 40 * (1 + 100 * (1 + 1))
    assert refusal(bodies(90, "html")) == ("cost", 10_000)
    assert refusal(bodies(5, often)) == ("cost", 10_000)
    assert asked(f'{{ newsPages(locale: "en", first: 1) {{ {facets} }} }}') > 3_000


# --- The contract ------------------------------------------------------------------
COSTS = {  # at their documented maxima; the limit is 10,000
    "Directory": ({"first": 50}, 2_618),
    "GrappleClassic": ({}, 25),
    "NewsList": ({"first": 100}, 5_118),
    "Organisation": ({}, 172),
    "Paths": ({"first": 100}, 212),
    "Preview": ({"token": "x"}, 4_203),
    "ProjectCatalogue": ({"first": 100}, 6_218),
    "Publications": ({"first": 100}, 3_218),
    "Route": ({}, 4_778),
    "Search": ({"first": 100}, 312),
    "SiteFrame": ({}, 750),
}


@pytest.mark.parametrize("name", NOW)
def test_the_operations_of_the_contract_fit(name):
    variables, cost = COSTS[name]
    asked_for = asked(documents.load(name), check_cost, **variables)

    logger.info("%s %s: %d of 10,000", name, variables, asked_for)
    assert asked_for == cost


# --- The schema --------------------------------------------------------------------
def lists_of_objects() -> list[tuple[str, str, str]]:
    """Return owner, field and items of every list without a size argument."""
    return [
        (owner.name, name, get_named_type(field.type).name)
        for owner in get_schema().graphql_schema.type_map.values()
        if is_composite_type(owner) and not owner.name.startswith("__")
        for name, field in getattr(owner, "fields", {}).items()
        if is_list_type(get_nullable_type(field.type))
        and is_composite_type(get_named_type(field.type))
        and not {"first", "limit"} & set(field.args)
        and not (owner.name.endswith("Connection") and name == "nodes")
    ]


# Lists for which ten is enough: chosen one by one, by an editor.
SHORT = {
    *("Breadcrumb", "Contact", "Document", "Link", "Organisation", "PageInterface"),
    *("Person", "Section", "Social", "Topic"),
}


def test_every_list_has_a_maximum():
    computed = {"Alternate", "Language", "Translation"}
    unknown = {
        f"{owner}.{name}: {item}"
        for owner, name, item in lists_of_objects()
        if f"{owner}.{name}" not in maxima.DECLARED
        and item not in {*maxima.DECLARED, *computed, *SHORT}
    }

    assert unknown == set(), "Declare them in cms/graphql/limits/maxima.py."


def test_every_maximum_is_of_something():
    known = {f"{owner}.{name}" for owner, name, _item in lists_of_objects()}
    known |= {item for _owner, _name, item in lists_of_objects()}

    assert set(maxima.DECLARED) <= known
    assert known >= SHORT


def test_every_connection_has_a_size():
    bad = [
        f"{owner.name}.{name}"
        for owner in get_schema().graphql_schema.type_map.values()
        for name, field in getattr(owner, "fields", {}).items()
        if get_named_type(field.type).name.endswith("Connection")
        and "first" not in getattr(field, "args", {})
    ]

    assert bad == []
