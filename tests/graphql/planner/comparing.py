"""One operation, answered by its plan and by graphql-core."""

import json

from cms.graphql.context import ApiContext
from cms.graphql.door.answering import Question, answer, planned_answer, understood
from cms.graphql.door.reading import Asked


def question(query: str, **variables: object) -> Question:
    """Return an operation, ready to be executed."""
    return understood(Asked(query, variables, None, {}))


def both(asked: Question) -> tuple[str | None, str]:
    """Return the planned answer, or nothing where the plan gave up; and the other."""
    planned = planned_answer(asked, ApiContext())
    reference = answer(asked, ApiContext())
    if planned is None:
        assert reference.errors or "__schema" in asked.document.loc.source.body
        return None, json.dumps(reference.data)
    assert reference.errors is None, reference.errors
    return json.dumps(planned.data), json.dumps(reference.data)
