"""The table: what everybody needed for every question, and the ratios to ours."""

from collections.abc import Iterator, Mapping
from typing import Final

from benchmarks.contenders import CONTENDERS
from benchmarks.measure import Cell
from benchmarks.questions import QUESTIONS

Cells = Mapping[tuple[str, str], Cell]
HEADINGS: Final = (
    "question",
    "stack",
    "SQL",
    "CPU ms",
    "DB CPU ms",
    "requests/s",
    "p50 ms",
    "p99 ms",
    "MB",
    "ours is",
)


def table(cells: Cells) -> str:
    """Return the table as Markdown."""
    rows = [HEADINGS, *_rows(cells)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    lines = [_line(row, widths) for row in rows]
    rule = " | ".join(
        "-" * width if place < 2 else "-" * (width - 1) + ":"
        for place, width in enumerate(widths)
    )
    return "\n".join([lines[0], f"| {rule} |", *lines[1:]])


def _rows(cells: Cells) -> Iterator[tuple[str, ...]]:
    for question in QUESTIONS:
        ours = cells.get(("ours", question.name))
        for contender in CONTENDERS.values():
            cell = cells.get((contender.name, question.name))
            if cell is not None:
                yield (question.label, contender.label, *_numbers(cell, ours))


def _numbers(cell: Cell, ours: Cell | None) -> tuple[str, ...]:
    ratio = f"{ours.per_second / cell.per_second:.2f} ×" if ours else ""
    return (
        str(cell.statements),
        f"{cell.cpu:.1f}",
        f"{cell.database_cpu:.1f}",
        f"{cell.per_second:.1f}",
        f"{cell.p50:.1f}",
        f"{cell.p99:.1f}",
        f"{cell.megabytes:.0f}",
        "1" if cell is ours else ratio,
    )


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    words = [
        word.ljust(width) if place < 2 else word.rjust(width)
        for place, (word, width) in enumerate(zip(row, widths, strict=True))
    ]
    return f"| {' | '.join(words)} |"
