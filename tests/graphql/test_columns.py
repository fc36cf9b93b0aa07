"""A type shows what was declared for it, and no column besides."""

import re

import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType
from graphql.pyutils import camel_to_snake
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.graphql import builder
from cms.graphql.block_types import declarations
from cms.graphql.schema import get_schema

INTERNAL = re.compile(
    r"draft|(?<!b)lock|owner|go_?live|expire|unpublished|alias|revision|numchild|depth"
    r"|translation_?key|file_?hash|password|permission|collection|uploaded|user"
    r"|content_?object|index_entr|raw|workflow|sort_?order|_ptr|review|search_"
    r"|filter_?spec|live|session|token|secret|^pk$|created|updated|tagged",
    re.IGNORECASE,
)
ALLOWED = {"contentType", "collectiveAuthors"}
PREVIEW = {"Query.preview", "Preview.expiresAt"}  # a draft, for who has its token
# Columns under a name of the interface, or of an extension that resolves them.
OF_EVERY_PAGE = {
    *("id", "title", "slug", "path", "url_path", "first_published_at"),
    *("last_published_at", "locale", "content_type", "topics", "goals"),
}
RESOLVED = {
    "PublicationPage": {"series", "collective_authors", "files"},
    "Organisation": {"description"},
    "Participation": {"organisation", "project"},
    "ProjectPage": {"participations"},
}
FILES = {
    "Image": {*("id", "title", "width", "height", "credit", "licence", "placeholder")},
    "Document": {*("title", "file_size", "language")},
}


def composites():
    for name, kind in get_schema().graphql_schema.type_map.items():
        is_ours = not name.startswith("__")
        if is_ours and isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            yield name, kind


def columns_shown(kind, model) -> set[str]:
    columns = {field.name for field in model._meta.get_fields()}
    return {camel_to_snake(name) for name in kind.fields} & columns


MODELS = builder._declared_models()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_type_shows_only_the_columns_that_were_declared(model):
    kind = get_schema().graphql_schema.type_map[model.__name__]
    declared = {one.field_name for one in declarations(model)}
    allowed = declared | RESOLVED.get(model.__name__, set())
    if issubclass(model, Page):
        allowed |= OF_EVERY_PAGE

    assert columns_shown(kind, model) - allowed == set()


@pytest.mark.parametrize(
    ("name", "model"),
    [("Image", get_image_model()), ("Document", get_document_model())],
)
def test_a_file_shows_only_the_columns_that_were_chosen(name, model):
    kind = get_schema().graphql_schema.type_map[name]

    assert columns_shown(kind, model) == FILES[name]


def test_no_field_has_the_name_of_something_internal():
    suspicious = {
        f"{name}.{field}"
        for name, kind in composites()
        for field in kind.fields
        if INTERNAL.search(camel_to_snake(field)) and field not in ALLOWED
    }

    assert suspicious == PREVIEW


def test_no_argument_has_the_name_of_something_internal():
    suspicious = {
        f"{name}.{field}({argument})"
        for name, kind in composites()
        for field, found in kind.fields.items()
        for argument in found.args
        if INTERNAL.search(camel_to_snake(argument))
    }

    assert suspicious - {"Query.preview(token)"} == set()
