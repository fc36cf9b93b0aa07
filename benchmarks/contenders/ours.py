"""This API: the contract's own operation, without a response cache."""

from typing import Any, Final

from benchmarks.contenders.contender import Ask, Contender, Item, item_of
from benchmarks.questions import Question, news_list, variables
from benchmarks.requests import Request

ADDRESS: Final = "/graphql/"


def request(question: Question, ask: Ask) -> Request:
    """Return the operation; a cursor is read from the page before, by its offset."""
    cursor = None
    if question.by_cursor:
        before = Question("", "", offset=question.offset - 1)
        asked = {**variables(before), "first": 1}
        answer = ask(Request(ADDRESS, {**_operation(before), "variables": asked}))
        cursor = answer["data"]["newsPages"]["pageInfo"]["endCursor"]
    asked = dict(variables(question, cursor))
    return Request(ADDRESS, {**_operation(question), "variables": asked})


def items(answer: Any) -> list[Item]:
    """Read an answer."""
    return [item_of(node) for node in answer["data"]["newsPages"]["nodes"]]


def _operation(question: Question) -> dict[str, Any]:
    return {"query": news_list(counts=question.counts)}


CONTENDER: Final = Contender(
    name="ours",
    label="(a) Municipia",
    application="cms.wsgi:application",
    settings="cms.settings.base",
    request=request,
    items=items,
)
