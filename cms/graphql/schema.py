"""The assembly: our types, and the root queries of every app."""

from functools import cache

import graphene
from django.utils import translation
from wagtail import hooks

from cms.graphql import (  # noqa: F401 add fields
    builder,
    classic,
    locales,
    previews,
    routes,
    terms,
)
from cms.graphql.arguments import guard
from cms.graphql.extensions import query_mixins


@cache
def get_schema() -> graphene.Schema:
    """Build the schema once; its descriptions are English in every language."""
    hooks.search_for_hooks()  # each app's wagtail_hooks imports its schema module
    with translation.override("en"):
        types = builder.build_types()
        root = type(
            "Query",
            (*query_mixins(), graphene.ObjectType),
            {"__doc__": "Everything that can be read."},
        )
        schema = graphene.Schema(query=root, types=types)
    guard(schema.graphql_schema)
    return schema
