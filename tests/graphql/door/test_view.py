"""The HTTP door: JSON by POST, safe GET, no cookie, and errors one can act on."""

import gzip
import json

import pytest
from django.test import override_settings

from cms.graphql.door.media_types import GRAPHQL, JSON
from tests.api_settings import api_settings

QUERY = "{ locales { code } }"


def post(client, body, content_type=JSON, **headers):
    return client.post("/graphql/", body, content_type=content_type, headers=headers)


def test_post_and_get_answer_the_same(client, site_tree):
    by_post = post(client, {"query": QUERY})
    by_get = client.get("/graphql/", {"query": QUERY})

    assert by_post.status_code == by_get.status_code == 200
    assert by_post.json() == by_get.json()
    assert by_get.json()["data"]["locales"][0] == {"code": "en"}


def test_variables_and_operation_name(client, site_tree):
    document = (
        "query A($slug: String!) { page(slug: $slug) { title } } query B { __typename }"
    )
    asked = {"query": document, "variables": {"slug": "home"}, "operationName": "A"}

    by_post = post(client, asked)
    by_get = client.get(
        "/graphql/", {**asked, "variables": json.dumps(asked["variables"])}
    )

    assert by_post.json()["data"] == {"page": {"title": "Home (en)"}}
    assert by_get.json() == by_post.json()


def test_parameters_in_the_address_do_not_override_a_body(client, site_tree):
    response = client.post(
        "/graphql/?query={__typename}", {"query": QUERY}, content_type=JSON
    )

    assert list(response.json()["data"]) == ["locales"]


def test_an_answer_sets_no_cookie_and_varies_with_no_one(client, site_tree):
    client.cookies["sessionid"] = "a" * 32

    response = post(client, {"query": QUERY}, **{"Accept-Language": "fr"})

    assert not response.cookies
    varies = {name.strip() for name in response["Vary"].split(",")}
    assert varies == {"Accept", "Accept-Encoding"}
    assert response["Cache-Control"] == "no-cache"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_long_answer_is_packed(client, site_tree):
    query = "{ __schema { types { name description } } }"

    plain = post(client, {"query": query})
    packed = post(client, {"query": query}, **{"Accept-Encoding": "gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) / 2


MALFORMED = [
    (b"{", JSON, 400, "body"),
    (b"\xff", JSON, 400, "body"),
    (b"[]", JSON, 400, "body"),
    (b'[{"query": "{ __typename }"}]', JSON, 400, "body"),
    (b"[" * 16_000, JSON, 400, "body"),
    (b'{"query": ' + b"9" * 5000 + b"}", JSON, 400, "body"),
    (b'{"query": "{ __typename }", "variables": {"a": NaN}}', JSON, 400, "body"),
    (b'{"query": "{ __typename }", "variables": {"a": 1e400}}', JSON, 400, "body"),
    (b'{"query": "{ __typename }", "variables": {"a": "\\ud800"}}', JSON, 400, "body"),
    (b"{}", JSON, 400, "query"),
    (b'{"query": 1}', JSON, 400, "query"),
    (b'{"query": "  "}', JSON, 400, "query"),
    (b'{"query": "{ locales { code } }", "variables": 1}', JSON, 400, "variables"),
    (b'{"query": "{ __typename }", "extensions": "x"}', JSON, 400, "extensions"),
    (b'{"query": "{ __typename }", "operationName": 0}', JSON, 400, "operationName"),
    (b'{"query": "{ page(slug: \\"\\\\u0000\\") { id } }"}', JSON, 400, "query"),
    (b'{"query": "{ page(slug: \\"\\\\u{0}\\") { id } }"}', JSON, 400, "query"),
    (b'{"query": "{ __typename }", "variables": {"a": "\\u0000"}}', JSON, 400, "query"),
    (b"query={locales{code}}", "application/x-www-form-urlencoded", 415, "body"),
    (b'{"query": "{ __typename }"}', "", 415, "body"),
    (b'{"query": "{ __typename }"}', f"{JSON}; charset=utf-16", 415, "body"),
]


@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
@pytest.mark.parametrize(("body", "content_type", "status", "argument"), MALFORMED)
def test_what_is_no_request_is_refused_with_a_code_and_a_sentence(
    client, db, body, content_type, status, argument, accept
):
    response = post(client, body, content_type, Accept=accept)

    assert response.status_code == status
    assert response["Content-Type"] == f"{accept}; charset=utf-8"
    assert response["Cache-Control"] == "no-store"
    answer = response.json()
    assert list(answer) == ["errors"]
    (error,) = answer["errors"]
    assert error["extensions"] == {"code": "BAD_INPUT", "argument": argument}
    assert error["message"].endswith((".", "}"))


UNANSWERABLE = ["{", "{ nothing }", "query A { __typename } query B { __typename }"]


@pytest.mark.parametrize("query", [*UNANSWERABLE, "mutation { __typename }"])
def test_what_cannot_be_answered_has_no_data(client, db, query):
    """GraphQL over HTTP: 400, but 200 for clients that know only JSON."""
    modern = post(client, {"query": query}, Accept=GRAPHQL)
    legacy = post(client, {"query": query}, Accept=JSON)

    assert (modern.status_code, legacy.status_code) == (400, 200)
    assert modern.json() == legacy.json()
    assert list(modern.json()) == ["errors"]


@pytest.mark.parametrize("variables", [{}, {"id": None}, {"id": ["1"]}])
def test_variables_that_do_not_fit_are_named(client, db, variables):
    asked = {
        "query": "query Q($id: ID!) { page(id: $id) { id } }",
        "variables": variables,
    }

    modern, legacy = (post(client, asked, Accept=a) for a in (GRAPHQL, JSON))

    assert (modern.status_code, legacy.status_code) == (400, 200)
    (error,) = modern.json()["errors"]
    assert error["extensions"] == {"code": "BAD_INPUT", "argument": "variables"}
    assert "$id" in error["message"]


@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
def test_a_mutation_by_get_is_not_allowed(client, db, accept):
    response = client.get(
        "/graphql/", {"query": "mutation { x }"}, headers={"Accept": accept}
    )

    assert response.status_code in (405, 400 if accept == GRAPHQL else 200)
    assert response.json()["errors"][0]["extensions"]["code"]
    by_name = client.get("/graphql/", {"query": "mutation { __typename }"})
    assert by_name.status_code == 405
    assert by_name["Allow"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize(
    "address",
    [
        "query={__typename}&query={__typename}",
        "query=%ff",
        "query={__typename}&" + "a=1&" * 20,
        "query={__typename}&variables={",
        "query={__typename}&variables=[]",
        "",
    ],
)
def test_an_address_that_is_no_request_is_refused(client, db, address):
    response = client.get(f"/graphql/?{address}")

    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_INPUT"


def test_too_many_bytes_are_refused_unread(client, db):
    body = json.dumps({"query": "{ __typename }", "x": "y" * 16 * 1024})

    response = post(client, body.encode())
    by_get = client.get("/graphql/", {"query": "{ __typename }", "x": "y" * 16_400})

    assert response.status_code == 413
    assert by_get.status_code == 414
    (error,) = response.json()["errors"]
    assert error["message"] == "A request has 16384 bytes at most."
    assert error["extensions"] == {
        "code": "LIMIT_EXCEEDED",
        "limit": "bytes",
        "maximum": 16384,
    }
    assert by_get.json() == response.json()


def test_as_many_bytes_as_are_allowed_are_read(client, db):
    body = json.dumps({"query": "{ __typename }", "x": ""})
    full = body[:-2] + "y" * (16 * 1024 - len(body)) + body[-2:]
    assert len(full) == 16 * 1024

    assert post(client, full.encode()).json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace"])
def test_other_methods_are_not_allowed(client, db, method):
    response = getattr(client, method)("/graphql/")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert response.json()["errors"][0]["extensions"] == {"code": "NOT_ALLOWED"}


def test_an_answer_that_the_client_cannot_read_is_not_made(client, db):
    response = post(client, {"query": QUERY}, Accept="text/html")

    assert response.status_code == 406
    assert response["Content-Type"] == f"{JSON}; charset=utf-8"


@override_settings(CMS_API=api_settings(INTROSPECTION=False))
@pytest.mark.parametrize(
    "query", ["{ __schema { types { name } } }", '{ __type(name: "Query") { name } }']
)
def test_a_server_may_keep_its_schema_to_itself(client, db, query):
    refused = post(client, {"query": query}, Accept=GRAPHQL)
    typo = post(client, {"query": "{ local }"}, Accept=GRAPHQL)

    assert refused.status_code == typo.status_code == 400
    assert refused.json()["errors"][0]["extensions"] == {"code": "NOT_ALLOWED"}
    assert "locales" not in typo.content.decode(), "no hint at what there is"
    assert post(client, {"query": "{ __typename }"}).json()["data"]


def test_an_unused_fragment_is_refused_although_grapple_would_allow_it(client, db):
    query = "{ __typename } fragment F on Query { __typename }"

    assert "never used" in post(client, {"query": query}).content.decode()


def test_the_cost_is_told_when_it_is_asked_for(client, site_tree):
    asked = {"query": QUERY, "extensions": {"cost": True}}

    with_cost = post(client, asked).json()["extensions"]["cost"]
    without = post(client, {"query": QUERY}).json()

    assert 0 < with_cost["asked"] < with_cost["maximum"] == 10_000
    assert "extensions" not in without


@override_settings(CMS_API=api_settings(DIAGNOSTICS=True))
def test_in_development_an_answer_tells_what_it_took(client, site_tree):
    told = post(client, {"query": QUERY}).json()["extensions"]

    assert told["work"]["statements"] > 0
    assert told["work"]["milliseconds"] >= told["work"]["sqlMilliseconds"]
