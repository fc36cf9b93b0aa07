"""The scan of a query's text agrees with graphql-core, and refuses what is too much."""

import logging

import pytest
from django.conf import settings
from graphql import get_introspection_query, parse
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cms.graphql.errors import LimitExceeded
from cms.graphql.limits.outline import Outline
from cms.graphql.limits.scan import check_text, tokens
from cms.graphql.limits.totals import Totals
from tests.contract import documents
from tests.graphql.limits import refusals
from tests.graphql.limits.reading import count_tokens, measure

MAXIMUM = settings.CMS_API["MAX_REPETITIONS"]
logger = logging.getLogger(__name__)  # shown by --log-cli-level=INFO
# A busy machine makes examples slowly, which says nothing of the scan.
at_leisure = hypothesis_settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
STANDARD = get_introspection_query(
    specified_by_url=True,
    directive_is_repeatable=True,
    schema_description=True,
    input_value_deprecation=True,
    experimental_directive_deprecation=True,
    input_object_one_of=True,
)


def refusal(query: str) -> tuple[str, int] | None:
    """Return the limit and the number that a query is refused with."""
    return refusals.refusal(lambda: check_text(query))


def outline_of(query: str) -> Outline:
    outline = Outline()
    for token in tokens(query, 10**6):
        outline.read(token)
    return outline


# --- Tokens ------------------------------------------------------------------------
PIECES = st.sampled_from(
    [
        *(
            "{",
            "}",
            "(",
            ")",
            ":",
            "$",
            "!",
            "@",
            "[",
            "]",
            "|",
            "&",
            "=",
            "...",
            "..",
            ".",
        ),
        *("name", "_", "on", "é", "0", "01", "-1", "-", "1.5", "1.", "2e3", "1e", "1a"),
        *('"text"', '""', '"', '"\\"', '"\\u00e9"', '"\\u{1F600}"', '"\\x"', '"a\nb"'),
        *('"""block"""', '""""""', '"""', '"""a"b""c"""', '"""\\"""', '"""\\\\"""'),
        *(" ", "\t", "\n", "\r\n", ",", "\ufeff", "# note\n", "#", "\x00", "?", "~"),
    ]
)
TEXT = st.lists(PIECES, max_size=40).map("".join)


@at_leisure
@given(TEXT)
def test_tokens_are_counted_as_graphql_core_counts_them(text):
    count = count_tokens(text)

    def fits(maximum: int) -> bool:
        try:
            list(tokens(text, maximum))
        except LimitExceeded:
            return False
        return True

    assert fits(count)
    assert count == 0 or not fits(count - 1)


@pytest.mark.parametrize("piece", ["a ", "# note\n", "... ", '"b" ', '"""c"""', "1 "])
def test_as_many_tokens_pass_as_the_parser_takes(settings, piece):
    settings.CMS_API = {**settings.CMS_API, "MAX_TOKENS": 120}
    query = f"query ($v: [String!]) {{ a(b: [{piece * 100}]) }}"
    most = query + "# end\n" * (120 - count_tokens(query))

    assert count_tokens(most) == 120
    assert refusal(most) is None
    assert refusal(most + "#\n") == ("tokens", 120)
    if piece not in ("... ",):
        parse(most, max_tokens=120)


# --- Depth and aliases -------------------------------------------------------------
NAMES = st.sampled_from(["a", "on", "fragment", "query", "__schema", "__type", "x_1"])
ARGUMENTS = st.sampled_from(["", '(b: {c: {d: ")"}, e: [$f]})', "(a: 1)", "(b: $c)"])
DIRECTIVES = st.sampled_from(["", "@skip(if: true)", "@include(if: $a) @x"])


@st.composite
def selections(draw, spreads: tuple[str, ...], depth: int = 4) -> str:
    parts = draw(st.lists(selection(spreads, depth), min_size=1, max_size=3))
    return "{" + draw(st.sampled_from([" ", ", ", "\n# {a: b}\n"])).join(parts) + "}"


@st.composite
def selection(draw, spreads: tuple[str, ...], depth: int) -> str:
    below = selections(spreads, depth - 1) if depth else st.just("")
    directives = draw(DIRECTIVES)
    kind = draw(st.sampled_from(["field", "inline", *(["spread"] if spreads else [])]))
    if kind == "spread":
        return f"...{draw(st.sampled_from(spreads))} {directives}"
    if kind == "inline" and depth:
        condition = draw(st.sampled_from(["", " on T ", " on on "]))
        return f"...{condition}{directives}{draw(below)}"
    alias = draw(st.sampled_from(["", "", "b: ", "on:", "query :"]))
    inner = draw(st.one_of(st.just(""), below))
    return f"{alias}{draw(NAMES)}{draw(ARGUMENTS)} {directives}{inner}"


@st.composite
def whole_documents(draw) -> str:
    names = ("F", "G", "query")
    parts = [
        f"{draw(st.sampled_from(['', chr(34) * 2 + ' ']))}fragment {name} on T "
        + draw(selections(names[place + 1 :]))
        for place, name in enumerate(names)
    ]
    head = draw(st.sampled_from(["query Q", "query Q($a: [T!] = {b: 1} @c(d: 1)) @e"]))
    parts.insert(draw(st.integers(0, 3)), f"{head} {draw(selections(names))}")
    return "\n".join(parts)


@at_leisure
@given(whole_documents())
def test_aliases_and_depth_are_those_of_the_parsed_document(query):
    totals = Totals(outline_of(query))

    found = totals.of_operations()

    assert [tuple(total) for total in found] == [measure(parse(query), "Q")]


@at_leisure
@given(st.one_of(TEXT, st.text(), whole_documents().map(lambda text: text[::-1])))
def test_what_is_not_graphql_is_left_to_the_parser(text):
    has_few = text.count(":") <= 30 and text.count("{") <= 15
    assert refusal(text) is None or not has_few


@at_leisure
@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(raw):
    refusal(raw.decode("utf-8", "surrogateescape"))


def nested(levels: int, root: str = "a") -> str:
    return f"{{ {root} " + "{ a " * (levels - 1) + "}" * levels


@pytest.mark.parametrize(
    "query",
    [
        nested,
        lambda levels: (
            f"fragment F on T {nested(levels - 5)} {{a{{a{{a{{a{{a{{...F}}}}}}}}}}}}"
        ),
        lambda levels: nested(levels).replace("a }", "... on T { ... { a } } }", 1),
        lambda levels: "query A { a } query B " + nested(levels),
        lambda levels: "{ __schema { types } ... on Query " + nested(levels) + "}",
    ],
)
def test_fifteen_levels_pass_and_sixteen_do_not(query):
    assert refusal(query(15)) is None
    assert refusal(query(16)) == ("depth", 15)


def test_introspection_has_a_depth_of_its_own(settings):
    assert refusal(STANDARD) is None

    settings.CMS_API = {**settings.CMS_API, "MAX_DEPTH": 8}
    assert refusal(STANDARD) is None
    assert refusal(nested(9, "b: __type(name: 1)")) is None
    assert refusal(nested(16, "b: __schema")) == ("introspection depth", 15)
    mixed = "{ __schema " + nested(14) + " a " + nested(8) + "}"
    assert refusal(mixed) == ("depth", 8), "each root field has its own limit"

    settings.CMS_API = {**settings.CMS_API, "MAX_INTROSPECTION_DEPTH": 14}
    assert refusal(STANDARD) == ("introspection depth", 14)


def aliased(count: int) -> str:
    return "".join(f"a{number}: b " for number in range(count))


@pytest.mark.parametrize(
    "query",
    [
        lambda count: f"{{ {aliased(count)} }}",
        lambda count: (
            f"{{ ...F {aliased(count - 10)} }} fragment F on T {{ {aliased(10)} }}"
        ),
        lambda count: "{ c(a: {b: 1, c: {d: 2}}) { " + aliased(count) + "} }",
        lambda count: (
            "{ a { ...F } b { ...F } } fragment F on T { ...G }"
            "fragment G on T {" + aliased(-(-count // 2)) + "}"
        ),
    ],
)
def test_thirty_aliases_pass_and_more_do_not(query):
    assert refusal(query(30)) is None
    assert refusal(query(31)) == ("aliases", 30)


def test_each_operation_has_thirty_aliases():
    assert refusal(f"query A {{ {aliased(30)} }} query B {{ {aliased(30)} }}") is None


def test_fragments_in_circles_and_unknown_ones_are_left_to_validation():
    assert refusal("{ ...F } fragment F on T { ...G } fragment G on T { ...F }") is None
    assert refusal("{ ...F } fragment F on T { ...F }") is None
    assert refusal("{ ...Unknown }") is None


# --- Repetitions -------------------------------------------------------------------
def test_what_repeats_is_counted_squared():
    assert refusal("{ a { " + "b " * 99 + "} }") is None  # and one "a", one definition
    assert refusal("{ a { " + "b " * 100 + "} }") == ("repetitions", MAXIMUM)
    fragments = "".join(f"fragment F{n} on T {{ a{n} }}" for n in range(100))
    assert refusal("{ ...F0 }" + fragments) == ("repetitions", MAXIMUM)
    assert refusal("{ " + "...F " * 101 + "}") == ("repetitions", MAXIMUM)


# --- The contract ------------------------------------------------------------------
@pytest.mark.parametrize("name", documents.names())
def test_the_operations_of_the_contract_pass_with_room(name):
    outline = outline_of(documents.load(name))
    squares = sum(count * count for count in outline.occurrences.values())

    assert refusal(documents.load(name)) is None
    assert squares * 3 < MAXIMUM
    logger.info(
        "%s: %s, repetitions %d", name, Totals(outline).of_operations(), squares
    )


def test_a_number_that_python_would_not_read_is_refused():
    assert refusal("{ pages(limit: " + "9" * 40 + ") { id } }") is None
    assert refusal("{ pages(limit: -" + "9" * 5_000 + ") { id } }") == ("digits", 40)
