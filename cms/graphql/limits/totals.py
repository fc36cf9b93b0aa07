"""How deep each operation is and how many aliases it has, its fragments expanded."""

from typing import NamedTuple

from django.conf import settings

from cms.graphql.errors import LimitExceeded
from cms.graphql.limits.outline import Definition, Outline, Spread

SATURATED = 1_000_000  # far over every limit: numbers stop growing here


class Total(NamedTuple):
    """What one definition comes to with all that it spreads."""

    aliases: int
    depth: int
    introspection_depth: int


NOTHING = Total(0, 0, 0)


class Totals:
    """The numbers of a document's operations, each fragment counted once."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._known: dict[str, Total] = {}

    def check(self) -> None:
        """Raise ``LimitExceeded`` for the first limit that the document exceeds."""
        for total in self.of_operations():
            _check_total(total)
        _check_repetitions(self._outline)

    def of_operations(self) -> list[Total]:
        """Return what each operation comes to, in their order."""
        for name in self._outline.fragments:
            self._expand(name)
        return [self._sum(operation) for operation in self._outline.operations]

    def _expand(self, start: str) -> None:
        """Sum up a fragment after those that it spreads, without recursion.

        A cycle counts as nothing here: validation refuses it.
        """
        waiting, entered = [start], set[str]()
        while waiting:
            name = waiting[-1]
            if name in self._known or name not in self._outline.fragments:
                waiting.pop()
            elif name in entered:
                self._known[name] = self._sum(self._outline.fragments[name])
            else:
                entered.add(name)
                spreads = self._outline.fragments[name].spreads
                waiting += {s.name for s in spreads} - entered

    def _sum(self, definition: Definition) -> Total:
        aliases, depth = definition.aliases, definition.depth
        introspection = definition.introspection_depth
        for spread in definition.spreads:
            total = self._moved(spread)
            aliases = min(SATURATED, aliases + total.aliases)
            depth = max(depth, total.depth)
            introspection = max(introspection, total.introspection_depth)
        return Total(aliases, depth, introspection)

    def _moved(self, spread: Spread) -> Total:
        """Return a fragment's total as it counts where it is spread."""
        total = self._known.get(spread.name, NOTHING)
        if spread.level == 1:
            return total
        deepest = max(total.depth, total.introspection_depth) + spread.level - 1
        if spread.introspects:
            return Total(total.aliases, 0, deepest)
        return Total(total.aliases, deepest, 0)


def _check_total(total: Total) -> None:
    api = settings.CMS_API
    _check_depth("depth", total.depth, api["MAX_DEPTH"])
    _check_depth(
        "introspection depth",
        total.introspection_depth,
        api["MAX_INTROSPECTION_DEPTH"],
    )
    maximum = api["MAX_ALIASES"]
    if total.aliases > maximum:
        raise LimitExceeded(
            "aliases",
            maximum,
            f"An operation has at most {maximum} aliases; a fragment's count each time "
            "that it is spread.",
        )


def _check_depth(limit: str, depth: int, maximum: int) -> None:
    if depth > maximum:
        raise LimitExceeded(
            limit, maximum, f"An operation nests at most {maximum} deep, not {depth}."
        )


def _check_repetitions(outline: Outline) -> None:
    repetitions = sum(count * count for count in outline.occurrences.values())
    maximum = settings.CMS_API["MAX_REPETITIONS"]
    if repetitions > maximum:
        raise LimitExceeded(
            "repetitions",
            maximum,
            "A query repeats too much: each field name, the fragment spreads and the "
            "definitions count as often as they occur, squared, and come to "
            f"{repetitions} of at most {maximum}.",
        )
