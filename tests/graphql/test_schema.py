"""The schema is the API's manual, and shows nothing unasked."""

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    parse,
    validate,
)

from cms.graphql import snapshot
from cms.graphql.schema import get_schema

NEVER_SHOWN = {
    *("draftTitle", "live", "locked", "lockedAt", "lockedBy", "owner"),
    *("goLiveAt", "expireAt", "expired", "hasUnpublishedChanges"),
    *("latestRevision", "liveRevision", "reviewBy", "depth", "numchild"),
    *("translationKey", "aliasOf", "permissions", "filterSpec", "fileHash"),
    *("rawValue", "uploadedByUser", "collection", "password", "revisions"),
}


def _own_types():
    for name, kind in get_schema().graphql_schema.type_map.items():
        if not name.startswith("__"):
            yield name, kind


def test_the_committed_schema_is_current():
    assert snapshot.difference() == ""


def _described():
    """Yield every name of the schema with its description."""
    with_fields = (GraphQLObjectType, GraphQLInterfaceType, GraphQLInputObjectType)
    for name, kind in _own_types():
        yield name, kind.description
        for field, found in (
            kind.fields.items() if isinstance(kind, with_fields) else ()
        ):
            yield f"{name}.{field}", found.description
            for argument, asked in getattr(found, "args", {}).items():
                yield f"{name}.{field}({argument})", asked.description
        for value, found in (
            kind.values.items() if isinstance(kind, GraphQLEnumType) else ()
        ):
            yield f"{name}.{value}", found.description


def test_every_type_field_argument_and_value_is_described():
    assert [name for name, description in _described() if not description] == []


def test_no_column_of_wagtails_leaves_unasked():
    shown = {
        f"{name}.{field}"
        for name, kind in _own_types()
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
        for field in kind.fields
        if field in NEVER_SHOWN
    }

    assert shown == set()


def test_there_is_nothing_to_write_and_nothing_to_subscribe_to():
    schema = get_schema().graphql_schema

    assert schema.mutation_type is None
    assert schema.subscription_type is None


def test_no_stock_block_of_grapples_wins_over_ours():
    names = {name for name, _kind in _own_types()}

    assert not names & {"CharBlock", "StreamFieldBlock", "StructBlock", "ListBlock"}
    embed = get_schema().graphql_schema.type_map["EmbedBlock"]
    assert set(embed.fields) == {"id", "blockType", "title", "url", "html", "provider"}


def test_graphqls_own_rules_are_whole():
    """Importing `grapple.schema` would switch one off for the whole process."""
    unused = parse("{ locales { code } } fragment Unused on Language { code }")

    errors = validate(get_schema().graphql_schema, unused)

    assert [error.message for error in errors] == ["Fragment 'Unused' is never used."]
