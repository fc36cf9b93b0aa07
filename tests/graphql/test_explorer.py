"""GraphiQL comes from this repository and in development only."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory
from graphql import parse, validate

from cms.graphql.explorer import explorer
from cms.graphql.schema import get_schema
from tests.fixtures import SiteTree

BUNDLE = Path(settings.BASE_DIR) / "cms/graphql/static/cms_graphql/graphiql"
LOCK = Path(settings.BASE_DIR) / "tools/graphiql/package-lock.json"


@pytest.fixture
def page() -> BeautifulSoup:
    answer = explorer(RequestFactory().get("/graphql/explorer/"))
    return BeautifulSoup(answer.content, "html.parser")


def test_outside_development_there_is_none(client: Client, db: None) -> None:
    assert client.get("/graphql/explorer/").status_code == 404


def test_it_asks_the_endpoint_of_this_server(page: BeautifulSoup) -> None:
    assert page.find(id="graphiql")["data-endpoint"] == "/graphql/"


def test_its_files_are_in_the_repository(page: BeautifulSoup) -> None:
    scripts = [script["src"] for script in page.find_all("script")]
    sheets = [link["href"] for link in page.find_all("link", rel="stylesheet")]

    for address in (*scripts, *sheets):
        assert finders.find(address.removeprefix("/static/")), address


def test_no_script_stands_in_the_page_itself(page: BeautifulSoup) -> None:
    answer = explorer(RequestFactory().get("/graphql/explorer/"))

    assert all(not script.text for script in page.find_all("script"))
    assert "script-src 'self';" in answer["Content-Security-Policy"]


def test_the_first_query_is_one_that_the_schema_answers(
    page: BeautifulSoup, graphql, site_tree: SiteTree
) -> None:
    query = page.find(id="first-query").text

    assert not validate(get_schema().graphql_schema, parse(query))
    assert graphql(query).data["locales"][0]["code"] == "en"


def test_the_bundle_fetches_no_fonts_and_evaluates_no_text() -> None:
    script = (BUNDLE / "graphiql.js").read_text(encoding="utf-8")
    sheet = (BUNDLE / "graphiql.css").read_text(encoding="utf-8")

    assert "new Function(" not in script
    assert "@font-face" not in sheet
    assert "url(http" not in sheet


def test_the_readme_names_the_version_that_is_locked() -> None:
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    version = lock["packages"]["node_modules/graphiql"]["version"]

    assert f"GraphiQL {version}" in (BUNDLE / "README.md").read_text(encoding="utf-8")
    assert f"graphiql {version}" in (BUNDLE / "LICENSES.txt").read_text("utf-8")


def test_the_lock_file_names_no_registry() -> None:
    text = LOCK.read_text(encoding="utf-8")

    assert '"resolved"' not in text
    assert '"integrity"' in text
