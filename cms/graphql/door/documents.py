"""Query texts, checked, parsed, validated and planned once."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any

from django.conf import settings
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    OperationDefinitionNode,
    ValidationRule,
    parse,
    specified_rules,
    validate,
)

from cms.graphql.door.refused import Refused
from cms.graphql.errors import NotAllowed
from cms.graphql.limits.scan import check_text
from cms.graphql.planner.plan import Plan, directive_variables
from cms.graphql.planner.values import NotPlanned
from cms.graphql.schema import get_schema

KEPT = 100  # documents; one of the greatest length takes about a megabyte
MAX_ERRORS = 5
KEPT_PLANS = 8  # of one document, whose directives leave out now this and now that


class NoIntrospection(ValidationRule):
    """The server keeps its schema to itself; `__typename` is no secret."""

    def enter_field(self, node: FieldNode, *_args: Any) -> None:
        """Refuse the two fields that tell of the schema."""
        if node.name.value in ("__schema", "__type"):
            self.report_error(NotAllowed("This server does not tell its schema."))


class Prepared:
    """A valid document, and the plans of its operations."""

    def __init__(self, document: DocumentNode) -> None:
        self.document = document
        self._plans: dict[tuple[Any, ...], Plan | None] = {}

    @cached_property
    def _asked_by_directives(self) -> frozenset[str]:
        return directive_variables(self.document)

    def plan(
        self, operation: OperationDefinitionNode, variables: Mapping[str, Any]
    ) -> Plan | None:
        """Return the plan of an operation; nothing for what graphql-core does alone."""
        asked = sorted(self._asked_by_directives & variables.keys())
        choices = {name: variables[name] for name in asked}
        key = (id(operation), *choices.items())
        if key not in self._plans:
            if len(self._plans) >= KEPT_PLANS:
                self._plans.clear()
            schema = get_schema().graphql_schema
            try:
                plan = Plan(schema, self.document, operation, choices)
            except NotPlanned:
                self._plans[key] = None
            else:
                self._plans[key] = plan
        return self._plans.get(key)


def prepared(query: str) -> Prepared:
    """Return a valid document; raises ``LimitExceeded`` or ``Refused``."""
    return _prepared(query, introspection=settings.CMS_API["INTROSPECTION"])


@lru_cache(maxsize=KEPT)
def _prepared(query: str, *, introspection: bool) -> Prepared:
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
    return Prepared(document)
