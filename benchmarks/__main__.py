"""The bench: ``python -m benchmarks --articles 1000 --seconds 5``."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict, replace

from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.contenders.contender import Item
from benchmarks.content import ensure, tell
from benchmarks.measure import Cell, measure
from benchmarks.questions import QUESTIONS, Question
from benchmarks.servers import running
from benchmarks.sizes import Sizes
from benchmarks.statements import statements
from benchmarks.table import table


def main() -> None:
    """Build the content, measure everybody, print the table."""
    asked = arguments()
    sizes = Sizes(**{name: getattr(asked, name) for name in asdict(Sizes())})
    ensure(sizes)
    cells: dict[tuple[str, str], Cell] = {}
    expected: dict[str, list[Item]] = {}
    for name in asked.only or CONTENDERS:
        cells |= measured(CONTENDERS[name], sizes, asked, expected)
    print(table(cells))  # noqa: T201 – its user interface


def arguments() -> Namespace:
    """Read the command line."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    for name, value in asdict(Sizes()).items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--seconds", type=float, default=5, help="of each load")
    parser.add_argument("--only", nargs="+", choices=list(CONTENDERS), metavar="STACK")
    return parser.parse_args()


def measured(
    contender: Contender,
    sizes: Sizes,
    asked: Namespace,
    expected: dict[str, list[Item]],
) -> dict[tuple[str, str], Cell]:
    """Measure one contender, after its answers proved to be those of the others."""
    cells: dict[tuple[str, str], Cell] = {}
    with running(contender, sizes) as server:
        for question in QUESTIONS:
            request = contender.request(question, server.ask)
            if request is None:
                continue
            check(contender, question, contender.items(server.ask(request)), expected)
            tell(f"{contender.label}: {question.label}")
            cell = measure(server, request, sizes, asked.seconds)
            count = len(statements(contender, request, sizes))
            cells[contender.name, question.name] = replace(cell, statements=count)
    return cells


def check(
    contender: Contender,
    question: Question,
    items: list[Item],
    expected: dict[str, list[Item]],
) -> None:
    """End the run unless an answer is the one that the first contender gave."""
    first = expected.setdefault(question.name, items)
    if not items:
        sys.exit(f"{contender.label} answers “{question.label}” with nothing.")
    for place, (item, other) in enumerate(zip(items, first, strict=False), start=1):
        if item != other:
            sys.exit(
                f"{contender.label} answers “{question.label}” differently at item "
                f"{place}: {item}, not {other}."
            )
    if len(items) != len(first):
        sys.exit(
            f"{contender.label} answers “{question.label}” with {len(items)} items, "
            f"not {len(first)}."
        )


if __name__ == "__main__":
    main()
