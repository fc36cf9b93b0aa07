"""A query writes no row and no file, and asks no other host.

Every operation of the contract and every root field is answered in a transaction that
PostgreSQL keeps from writing, while files cannot be saved and no host be called.
"""

import socket

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import connection, transaction
from django.db.utils import InternalError

from cms.core.models import CustomImage
from cms.graphql.schema import get_schema
from tests.contract import documents
from tests.contract.test_operations import ARGUMENTS, NOW

pytestmark = pytest.mark.usefixtures("demo_database")

ROOTS = {
    "locales": "{ locales { code } }",
    "newsPages": '{ newsPages(locale: "en") { facets { values { count } } } }',
    "projectPages": '{ projectPages(locale: "en") { facets { values { count } } } }',
    "publicationPages": '{ publicationPages(locale: "en") { nodes { title } } }',
    "organisations": '{ organisations(locale: "fr") { nodes { name } } }',
    "organisation": '{ organisation(slug: "platforma", locale: "en") { name } }',
    "page": '{ page(slug: "news") { title } }',
    "pages": "{ pages { title seo { jsonLd openGraph { image { url } } } } }",
    "paths": "{ paths { nodes { path } } }",
    "route": '{ route(path: "/en/nowhere/") { __typename } }',
    "preview": '{ preview(token: "none") { expiresAt } }',
    "search": '{ search(text: "cooperation", locale: "en") { totalCount } }',
    "site": '{ site(locale: "en") { name menu(name: "main") { href } } }',
}


@pytest.fixture
def reading_only(db, monkeypatch):
    """Refuse writing and calling while the test runs."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("a query saves no file and calls no host")

    monkeypatch.setattr(FileSystemStorage, "_save", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NOW)
def test_an_operation_reads_only(graphql, reading_only, name, language):
    others = {"Route": {"path": f"/{language}/"}, "Preview": {"token": "none"}}
    asked = others.get(name, {"locale": language})

    answer = graphql(documents.load(name), **{**ARGUMENTS.get(name, {}), **asked})

    assert answer.data


@pytest.mark.parametrize("name", get_schema().graphql_schema.query_type.fields)
def test_a_root_field_reads_only(graphql, reading_only, name):
    assert name in ROOTS, "say in ROOTS how the new root field is asked"
    assert graphql(ROOTS[name]).data


def test_what_is_refused_would_be_noticed(reading_only):
    with pytest.raises(InternalError, match="read-only"), transaction.atomic():
        CustomImage.objects.update(title="x")
    with pytest.raises(AssertionError):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(AssertionError):
        FileSystemStorage().save("x", None)
