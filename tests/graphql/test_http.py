"""The HTTP door: JSON by POST, safe GET, no cookie, and errors one can act on."""

import json

import pytest

QUERY = "{ locales { code } }"


def post(client, body, content_type="application/json", **headers):
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


def test_an_answer_sets_no_cookie_and_varies_with_no_header(client, site_tree):
    response = post(client, {"query": QUERY})

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "Accept-Language" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"query": 1}', "application/json", 400),
        (b'{"query": "{"}', "application/json", 400),
        (b'{"query": "{ nothing }"}', "application/json", 400),
        (b'{"query": "mutation { x }"}', "application/json", 400),
        (b'{"query": "{ locales { code } }", "variables": 1}', "application/json", 400),
        (
            b'{"query": "{ page(slug: \\"\\\\u0000\\") { id } }"}',
            "application/json",
            400,
        ),
        (b"query={locales{code}}", "application/x-www-form-urlencoded", 415),
        (b'{"query": "' + b"x" * 17_000 + b'"}', "application/json", 413),
    ],
)
def test_nonsense_is_refused_with_a_code_and_a_sentence(
    client, site_tree, body, content_type, status
):
    response = post(client, body, content_type)

    assert response.status_code == status
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"]
    assert error["message"]
    assert "Traceback" not in response.content.decode()


def test_a_failure_inside_tells_an_id_and_nothing_else(client, site_tree, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("column secret_column does not exist")

    monkeypatch.setattr("cms.graphql.classic.page_at", fail)

    answer = post(client, {"query": '{ page(urlPath: "/") { id } }'}).json()

    assert answer["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert answer["errors"][0]["extensions"]["id"] in answer["errors"][0]["message"]
    assert "secret_column" not in json.dumps(answer)


def test_other_methods_are_not_allowed(client, site_tree):
    assert client.put("/graphql/").status_code == 405
    assert client.delete("/graphql/").status_code == 405
