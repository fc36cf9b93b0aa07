"""What `…` stands for in a document's answers, and what it does not."""

import pytest

from tests.docs.examples import completed, examples_in

REAL = {"a": [1, 2, 3], "b": {"c": "some text", "d": None}}


@pytest.mark.parametrize(
    "shown",
    [
        REAL,
        {"a": "…", "b": "…"},
        {"a": [1, "…"], "…": "…"},
        {"a": [1, 2, 3, "…"], "b": {"c": "some…", "…": "…"}},
        {"a": [1, "…", 3], "b": {"c": "…", "d": None}},
    ],
)
def test_what_is_left_out_is_not_compared(shown):
    assert completed(shown, REAL) == REAL


@pytest.mark.parametrize(
    "shown",
    [
        {"a": [1, 2, 3]},
        {"a": [1, 2], "b": "…"},
        {"a": [1, 2, 3, 4], "b": "…"},
        {"a": [2, "…"], "b": "…"},
        {"a": "…", "b": {"c": "same…", "d": None}},
        {"a": "…", "b": {"c": "…", "d": "text"}},
        {"a": "…", "b": "…", "e": 1},
    ],
)
def test_what_is_shown_is_compared(shown):
    assert completed(shown, REAL) != REAL


def test_a_request_is_sent_with_all_that_its_body_has():
    text = '```http\nPOST /\n\n{"query": "{ a }", "extensions": {"b": 1}}\n```\n'

    (example,) = examples_in(text)

    assert example.body == {"query": "{ a }", "extensions": {"b": 1}}


def test_a_query_goes_with_the_answer_beneath_it():
    text = (
        "```graphql\n{ a }\n```\n\ntext\n\n```json\n{}\n```\n```graphql\n{ b }\n```\n"
    )

    with_answer, without = examples_in(text)

    assert (with_answer.query, with_answer.answer) == ("{ a }\n", {})
    assert (without.query, without.answer) == ("{ b }\n", None)
