"""Query texts, checked, parsed and validated once."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    ValidationRule,
    parse,
    specified_rules,
    validate,
)

from cms.graphql.door.refused import Refused
from cms.graphql.errors import NotAllowed
from cms.graphql.limits.scan import check_text
from cms.graphql.schema import get_schema

KEPT = 100  # documents; one of the greatest length takes about a megabyte
MAX_ERRORS = 5


class NoIntrospection(ValidationRule):
    """The server keeps its schema to itself; `__typename` is no secret."""

    def enter_field(self, node: FieldNode, *_args: Any) -> None:
        """Refuse the two fields that tell of the schema."""
        if node.name.value in ("__schema", "__type"):
            self.report_error(NotAllowed("This server does not tell its schema."))


def prepared(query: str) -> DocumentNode:
    """Return a valid document; raises ``LimitExceeded`` or ``Refused``."""
    return _prepared(query, introspection=settings.CMS_API["INTROSPECTION"])


@lru_cache(maxsize=KEPT)
def _prepared(query: str, *, introspection: bool) -> DocumentNode:
    check_text(query)
    try:
        document = parse(query)
    except GraphQLError as error:
        raise Refused(error) from error
    errors = validate(
        get_schema().graphql_schema,
        document,
        specified_rules if introspection else (*specified_rules, NoIntrospection),
        max_errors=MAX_ERRORS,
        hide_suggestions=not introspection,
    )
    if errors:
        raise Refused(*errors)
    return document
