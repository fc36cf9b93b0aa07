"""The floor: one SQL statement builds the same JSON."""

from typing import Any, Final
from urllib.parse import urlencode

from benchmarks.contenders import ours
from benchmarks.contenders.contender import Ask, Contender
from benchmarks.questions import PAGE_SIZE, Question
from benchmarks.requests import Request


def request(question: Question, ask: Ask) -> Request | None:
    """Return the request; the statement counts nothing and knows no cursors."""
    if question.counts or question.by_cursor:
        return None
    asked: dict[str, Any] = {"limit": PAGE_SIZE, "offset": question.offset}
    return Request(f"/?{urlencode({'locale': 'en', **asked})}")


CONTENDER: Final = Contender(
    name="sql",
    label="(e) one SQL statement",
    application="benchmarks.peers.floor:application",
    settings="cms.settings.base",
    request=request,
    items=ours.items,
)
