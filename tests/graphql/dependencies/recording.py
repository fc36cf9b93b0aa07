"""What changes touch while editors work: heard from Django's and Wagtail's signals."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db.models import signals
from django.dispatch import Signal
from wagtail import signals as wagtail_signals

from cms.graphql.dependencies.changes import Change, State, state_of, touched_by
from cms.graphql.dependencies.keys import Key

# Wagtail's own bookkeeping, of which no answer tells.
APART = frozenset({"revision", "pagelogentry", "modellogentry", "referenceindex"})
APART |= {"indexentry", "task", "taskstate", "dbtaskresult", "session", "demoitem"}


class Recorder:
    """Collects the keys that the changes of a block of code touch."""

    def __init__(self) -> None:
        self.touched: set[Key] = set()
        self._before: dict[tuple[Any, ...], State | None] = {}

    def begin(self, instance: Any, **_: Any) -> None:
        """Remember a row as it is stored."""
        if instance._meta.model_name not in APART and instance.pk:
            self._before.setdefault(_place(instance), state_of(instance))

    def end(self, instance: Any, **_: Any) -> None:
        """Compare it with what is stored now."""
        if instance._meta.model_name not in APART:
            before = self._before.pop(_place(instance), None)
            self.touched |= touched_by(Change(before, state_of(instance)))

    def relate(self, instance: Any, action: str, **_: Any) -> None:
        """Hear of rows that join two others."""
        step = self.begin if action.startswith("pre") else self.end
        step(instance)


def _place(instance: Any) -> tuple[Any, ...]:
    return type(instance), instance.pk


@contextmanager
def recording() -> Iterator[Recorder]:
    """Record the changes that are made inside."""
    recorder = Recorder()
    heard = [
        (signals.pre_save, recorder.begin),
        (signals.post_save, recorder.end),
        (signals.pre_delete, recorder.begin),
        (signals.post_delete, recorder.end),
        (signals.m2m_changed, recorder.relate),
        (wagtail_signals.pre_page_move, recorder.begin),
        (wagtail_signals.post_page_move, recorder.end),
    ]
    with ExitStack() as stack:
        for signal, hear in heard:
            stack.enter_context(_connected(signal, hear))
        yield recorder


@contextmanager
def _connected(signal: Signal, hear: Callable[..., None]) -> Iterator[None]:
    signal.connect(hear)
    try:
        yield
    finally:
        signal.disconnect(hear)
