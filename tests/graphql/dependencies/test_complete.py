"""Whenever a change makes an answer another one, it touches a key of the answer."""

from collections.abc import Mapping

import pytest
from django.db import transaction
from graphql import print_ast
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.graphql.dependencies.notes import Dependencies
from cms.graphql.door.refused import Refused
from cms.graphql.errors import ApiError
from tests.graphql.dependencies.editing import EDITS
from tests.graphql.dependencies.questions import Question, operations
from tests.graphql.dependencies.recording import recording
from tests.graphql.test_random_queries import documents as random_documents

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]
Answers = Mapping[Question, tuple[str, Dependencies]]


@pytest.fixture(scope="module")
def known() -> dict[Question, tuple[str, Dependencies]]:
    """What was answered on the demo as it was loaded."""
    return {}


@pytest.fixture
def answers(known) -> Answers:
    """The answers to all questions before anything has changed."""
    if not known:
        known.update({question: question.ask() for question in operations()})
    return known


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_is_not_touched_is_as_it_was(
    edit, answers, django_capture_on_commit_callbacks
):
    with recording() as changes, django_capture_on_commit_callbacks(execute=True):
        edit()

    touched = [
        question
        for question, (_before, depends_on) in answers.items()
        if not depends_on.keys.isdisjoint(changes.touched)
    ]
    for question, (before, _on) in answers.items():
        if question not in touched:
            assert question.ask()[0] == before, question.name
    assert any(question.ask()[0] != answers[question][0] for question in touched)


@given(random_documents(), st.sampled_from(EDITS))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_selections(document, edit):
    question = Question("random", print_ast(document), {})
    try:
        before, depends_on = question.ask(planned=False)
    except (Refused, ApiError, AssertionError):
        return  # it has no answer that could be kept
    keys = depends_on.keys
    with transaction.atomic():
        with recording() as changes:
            edit()
        after = question.ask(planned=False)[0]
        transaction.set_rollback(True)

    assert after == before or not keys.isdisjoint(changes.touched)
