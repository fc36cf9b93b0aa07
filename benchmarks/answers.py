"""Whether all stacks give the same answers; otherwise their costs compare nothing."""

from benchmarks.contenders.contender import Item
from benchmarks.questions import PAGE_SIZE, Question


class Answers:
    """The first answer to each question, which all others must repeat.

    Page 20 by cursor and by offset is the same page, so both must show the same items.
    """

    def __init__(self) -> None:
        self._first: dict[int, tuple[str, list[Item]]] = {}

    def difference(
        self, label: str, question: Question, items: list[Item]
    ) -> str | None:
        """Return a sentence where an answer is not that of the others."""
        known, first = self._first.setdefault(question.offset, (label, items))
        if not items:
            return f"{label} answers “{question.label}” with nothing."
        if len(items) > PAGE_SIZE or len(items) != len(first):
            return (
                f"{label} answers “{question.label}” with {len(items)} items, where "
                f"{known} has {len(first)}."
            )
        for place, (item, other) in enumerate(zip(items, first, strict=True), start=1):
            for name, value in item._asdict().items():
                if value != getattr(other, name):
                    return (
                        f"{label} answers “{question.label}” differently: the {name} "
                        f"of item {place} is {value}, for {known} "
                        f"{getattr(other, name)}."
                    )
        return None
