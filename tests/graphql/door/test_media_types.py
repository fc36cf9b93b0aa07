"""The answer comes in the media type that the client likes best."""

import pytest

from cms.graphql.door.media_types import GRAPHQL, JSON, chosen_media_type
from cms.graphql.door.refused import Refused


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("text/html, */*;q=0.8", JSON),
        (JSON, JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, */*", GRAPHQL),
        (f"{GRAPHQL}, {JSON}", GRAPHQL),
        (f"{JSON}, {GRAPHQL}", JSON),
        (f"{GRAPHQL};q=0.5, {JSON};q=0.9", JSON),
        (f"{JSON};q=0, */*", GRAPHQL),
        (f"{GRAPHQL}; charset=utf-8, {JSON}; charset=utf-8", GRAPHQL),
        (f"{GRAPHQL};q=nonsense", GRAPHQL),
    ],
)
def test_the_best_liked_type_is_chosen(accept, chosen):
    assert chosen_media_type(accept) == chosen


@pytest.mark.parametrize("accept", ["text/html", "image/*", f"{JSON};q=0", "*", "a"])
def test_a_client_that_accepts_neither_is_told_what_there_is(accept):
    with pytest.raises(Refused, match=r"application/graphql-response\+json") as refused:
        chosen_media_type(accept)

    assert refused.value.status == 406


def test_a_header_of_any_length_costs_little():
    assert chosen_media_type(f"{GRAPHQL}, " + "a/b, " * 100_000) == GRAPHQL
