"""Whatever a client writes into an argument: an answer or a refusal, no failure."""

import base64
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from graphql import (
    GraphQLInputObjectType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)

from cms.graphql.schema import get_schema
from home.models import SiteTexts
from network.models import Organisation
from tests.factories.media import make_image
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
)
from tests.graphql.walk.asking import query_for
from tests.graphql_client import ask

TEXTS = [
    *("owner__password", "-path__foo", "' OR 1=1 --", "\\", "%", ""),
    *("\u202egnp.\u2066x", "\U0001f600" * 40, "x" * 10_000, "9" * 30, "1e400", "٣"),
    *("//[", "//℀", "/en/%00/", "/en/../../", "en/" * 500),
]
BROKEN = ["a\0b", "en\ud834"]
ORDERS = {  # of each list, the one that it is in unless told
    "newsPages": "NEWEST",
    "projectPages": "TITLE",
    "publicationPages": "NEWEST",
    "organisations": "NAME",
    "paths": "PATH",
    "search": "SEARCH",
}
PLACES = [
    *([None, None], [True, False], [float("nan"), 1], [float("inf"), 1]),
    *(["x", "y"], ["\ud800", 1], [10**40, 10**40], ["0000-00-00", 1], [[], {}]),
    *(["2026-01-01", float("nan")], ["2026-01-01", "x"], [1, 1], ["a", None]),
]
NUMBERS = [0, -1, 1, 32768, 10_000, 2**31 - 1, -(2**31)]
TIMES = ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "x", ""]
REQUIRED = {"locale": "en", "text": "a", "path": "/en/", "slug": "a", "name": "main"}
REQUIRED_ENUMS = {"preset": "CARD"}
WORDS_OF_THE_ORM = ("__", "queryset", "psycopg", "django", "column", "traceback")


def _leaves(name, kind, inside=()):
    """Yield every leaf of an argument: its place, its type, whether it is a list."""
    inner = get_named_type(kind)
    if isinstance(inner, GraphQLInputObjectType):
        for field, found in inner.fields.items():
            yield from _leaves(name, found.type, (*inside, field))
    elif is_leaf_type(inner):
        yield (
            inside,
            inner.name,
            is_list_type(kind.of_type if is_non_null_type(kind) else kind),
        )


def arguments():
    """Yield (type, field, argument, place inside it, leaf type, is a list).

    The home page stands for all pages in what their interface has.
    """
    for name, kind in get_schema().graphql_schema.type_map.items():
        if isinstance(kind, GraphQLObjectType) and not name.startswith("__"):
            for field, found in kind.fields.items():
                if name != "HomePage" and _is_of_interface(kind, field):
                    continue
                for argument, asked in found.args.items():
                    for place, leaf, is_list in _leaves(argument, asked.type):
                        yield name, field, argument, place, leaf, is_list


def _is_of_interface(kind, field: str) -> bool:
    return any(field in interface.fields for interface in kind.interfaces)


ARGUMENTS = list(arguments())
PATHS = {
    "Query": "{}",
    "SiteTexts": 'site(locale: "en") | {}',
    "Organisation": 'organisation(slug: "town", locale: "en") | {}',
    "ProjectPage": 'page(slug: "project") | ... on ProjectPage | {}',
    "Image": 'page(slug: "project") | ... on ProjectPage | cover | {}',
    "HomePage": 'page(urlPath: "/") | {}',
}


@pytest.fixture
def content(site_tree, db):
    home = site_tree["en"]
    NewsPageFactory(parent=NewsIndexPageFactory(parent=home), slug="news-item")
    projects = ProjectIndexPageFactory(parent=home)
    ProjectPageFactory(parent=projects, slug="project", cover=make_image(size=(8, 8)))
    Organisation.objects.create(
        slug="town", name="Town", kind="TOWN", locale=home.locale
    )
    SiteTexts.objects.create(site=site_tree.site, name="Site", locale=home.locale)


def cursor(values) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def cursors(field: str):
    """Yield cursors of the list's own order with impossible places, and of another."""
    order = ORDERS.get(field, "NESTED")
    for place in PLACES:
        yield cursor([order, *place])
        yield cursor([order, place[0]])
    yield cursor(["SOME_OTHER", 1, 1])


def values_for(leaf: str, field: str, argument: str):
    if argument == "after":
        yield from cursors(field)
    if leaf in ("String", "ID"):
        yield from TEXTS
        yield from BROKEN
    elif leaf == "Int":
        yield from NUMBERS
    elif leaf == "DateTime":
        yield from TIMES


def variable(place, value, *, is_list: bool):
    """Return the value of an argument with one leaf set."""
    filled = [value] if is_list else value
    for name in reversed(place):
        filled = {name: filled}
    return filled


def query_with(owner: str, field: str, argument: str) -> str:
    found = get_schema().graphql_schema.type_map[owner].fields[field]
    given = [f"{argument}: $v"]
    for name, asked in found.args.items():
        if name != argument and is_required_argument(asked):
            needed = REQUIRED_ENUMS.get(name) or json.dumps(REQUIRED[name])
            given.append(f"{name}: {needed}")
    call = f"{field}({', '.join(given)})"
    path = PATHS[owner].format(call)
    if "nodes" in getattr(get_named_type(found.type), "fields", ()):
        path += " | nodes"
    query = query_for(path, get_schema().graphql_schema, depth=0)
    return f"query Q($v: {found.args[argument].type}) {query}"


TRIED = {"String", "ID", "Int", "DateTime"}
FIELDS = sorted(
    {(owner, field) for owner, field, *_rest, leaf, _ in ARGUMENTS if leaf in TRIED}
)


@pytest.mark.parametrize(("owner", "field"), FIELDS)
def test_no_value_makes_the_server_fail(content, caplog, owner, field):
    failures = []
    for name, of, argument, place, leaf, is_list in ARGUMENTS:
        if (name, of) == (owner, field) and leaf in TRIED:
            query = query_with(owner, field, argument)
            for value in values_for(leaf, field, argument):
                given = variable(place, value, is_list=is_list)
                if failure := failure_of(query, given, value, caplog):
                    failures.append((argument, place, value, failure))
    assert failures == []


def failure_of(query: str, given, value, caplog):
    """Return what went wrong, if anything did."""
    with CaptureQueriesContext(connection) as captured:
        answer = ask(query, v=given)
    errors = answer.body.get("errors", ())
    if "INTERNAL" in {error["extensions"]["code"] for error in errors}:
        return caplog.records[-1].exc_info
    messages = " ".join(error["message"] for error in errors)
    told = messages.replace(str(value), "").lower()
    if any(word in told for word in WORDS_OF_THE_ORM):
        return messages
    return [q["sql"] for q in captured.captured_queries if float(q["time"]) > 0.5]


def test_every_argument_of_a_text_is_tried():
    others = {
        leaf
        for *_place, leaf, _is_list in ARGUMENTS
        if leaf not in TRIED
        and not hasattr(get_schema().graphql_schema.type_map[leaf], "values")
    }

    assert others == set(), "say in `values_for` what hostile values of it look like"
    assert {owner for owner, *_rest in ARGUMENTS} <= set(PATHS), (
        "say in `PATHS` how a query gets to the type"
    )


@pytest.mark.parametrize(
    "field",
    [
        "{ pages(limit: null, offset: null, order: null, contentType: null) { id } }",
        *(
            f'{{ {root}(locale: "en", fallback: null, first: null, after: null, '
            "offset: null, filter: null, orderBy: null) { totalCount } }"
            for root in ("newsPages", "projectPages", "publicationPages")
        ),
        '{ organisations(locale: "en", filter: null, orderBy: null) { totalCount } }',
        '{ search(text: "a", locale: "en", types: null, first: null) { totalCount } }',
        "{ paths(locale: null, changedSince: null, first: null) { totalCount } }",
    ],
)
def test_null_means_what_nothing_means(site_tree, field):
    answer = ask(field)

    assert list(answer.body) == ["data"], answer.text
