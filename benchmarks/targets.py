"""What we want to reach, and whether this run reached it."""

from collections.abc import Iterator, Mapping
from typing import Final

from benchmarks.contenders import CONTENDERS
from benchmarks.measure import Cell
from benchmarks.questions import BY_CURSOR, BY_OFFSET, COUNTS, FIRST_PAGE

Cells = Mapping[tuple[str, str], Cell]
TIMES_AS_FAST: Final = {"grapple": 6.0, "rest": 6.0, "strawberry": 1.0}
GROWTH: Final = {FIRST_PAGE: 1.5, BY_OFFSET: 1.5, BY_CURSOR: 1.5, COUNTS: 3.0}
MOST_MEGABYTES: Final = 250


def targets(by_articles: Mapping[int, Cells]) -> str:
    """Return one line for each target that this run can judge."""
    return "\n".join(f"- {line}" for line in _lines(by_articles))


def _lines(by_articles: Mapping[int, Cells]) -> Iterator[str]:
    for articles, cells in by_articles.items():
        yield from _faster(articles, cells)
    if len(by_articles) > 1:
        yield from _growth(by_articles)
    memory = [
        cell.megabytes
        for cells in by_articles.values()
        for (name, _question), cell in cells.items()
        if name == "ours"
    ]
    if memory:
        yield _judged(
            max(memory) <= MOST_MEGABYTES,
            f"a serving process takes {max(memory):.0f} MB, {MOST_MEGABYTES} at most",
        )


def _faster(articles: int, cells: Cells) -> Iterator[str]:
    ours = cells.get(("ours", FIRST_PAGE.name))
    for name, times in TIMES_AS_FAST.items():
        theirs = cells.get((name, FIRST_PAGE.name))
        if ours and theirs:
            ratio = ours.per_second / theirs.per_second
            yield _judged(
                ratio >= times,
                f"with {articles} articles {ratio:.1f} times the requests per second "
                f"of {CONTENDERS[name].label}, {times:g} at least",
            )


def _growth(by_articles: Mapping[int, Cells]) -> Iterator[str]:
    fewest, most = min(by_articles), max(by_articles)
    for question, most_growth in GROWTH.items():
        small = by_articles[fewest].get(("ours", question.name))
        large = by_articles[most].get(("ours", question.name))
        if small and large:
            slower = large.p50 / small.p50
            dearer = _cpu(large) / _cpu(small)
            yield _judged(
                max(slower, dearer) < most_growth,
                f"from {fewest} to {most} articles, {question.label} takes "
                f"{slower:.2f} times as long (p50) and {dearer:.2f} times the CPU time "
                f"of server and database, less than {most_growth:g}",
            )


def _cpu(cell: Cell) -> float:
    return cell.cpu + cell.database_cpu


def _judged(is_met: bool, sentence: str) -> str:  # noqa: FBT001 – a verdict
    return f"{'met' if is_met else '**missed**'}: {sentence}"
