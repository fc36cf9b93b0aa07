"""The bench: ``python -m benchmarks --articles 1000 100000 --seconds 5``."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict, replace
from typing import Final

from benchmarks.answers import Answers
from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.content import ensure, tell
from benchmarks.database import ROOT, database_url
from benchmarks.editors import editors_table, screens
from benchmarks.environment import environment
from benchmarks.installation import install
from benchmarks.measure import MOST_REQUESTS, Cell, measure
from benchmarks.picture import picture
from benchmarks.questions import FAR, PAGE_SIZE, QUESTIONS
from benchmarks.servers import running
from benchmarks.sizes import LANGUAGES, Sizes
from benchmarks.statements import loaded
from benchmarks.table import table
from benchmarks.targets import targets

PICTURE: Final = ROOT / "var" / "bench" / "cost.svg"
REPORT: Final = ROOT / "var" / "bench" / "report.md"
MOST_ARTICLES: Final = 100_000
Cells = dict[tuple[str, str], Cell]


def main() -> None:
    """Build the content, measure everybody, print the tables, draw the picture."""
    asked = arguments()
    names = stacks(asked.only or list(CONTENDERS))
    by_articles: dict[int, Cells] = {}
    parts: list[str] = []
    for articles in sorted(set(asked.articles)):
        sizes = sizes_of(asked, articles)
        ensure(sizes)
        cells = by_articles[articles] = {}
        answers = Answers()
        for name in names:
            cells |= measured(CONTENDERS[name], sizes, asked.seconds, answers)
        parts += [f"{articles} articles in {len(LANGUAGES)} languages", table(cells)]
        if not asked.only:
            tell("The editor's side")
            parts.append(editors_table(screens(sizes)))
    parts.append(targets(by_articles))
    report = "\n\n".join(part for part in parts if part)
    REPORT.write_text(f"{report}\n")
    if len(by_articles) > 1:
        PICTURE.write_text(picture(by_articles))
        report += f"\n\nThe picture is in {PICTURE.relative_to(ROOT)}."
    print(report)  # noqa: T201 – its user interface


def arguments() -> Namespace:
    """Read the command line."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    for name, value in asdict(Sizes()).items():
        if name == "articles":
            parser.add_argument(f"--{name}", type=_number, nargs="+", default=[value])
        else:
            parser.add_argument(f"--{name}", type=_number, default=value)
    parser.add_argument("--seconds", type=float, default=5, help="of each load")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=list(CONTENDERS),
        help="measure these stacks, and no editor's side",
    )
    asked = parser.parse_args()
    if min(asked.articles) < FAR + PAGE_SIZE:
        parser.error(f"page 20 takes {FAR + PAGE_SIZE} articles at least.")
    if not 0 < asked.seconds <= 60:
        parser.error(f"a load takes up to 60 seconds or {MOST_REQUESTS} requests.")
    return asked


def sizes_of(asked: Namespace, articles: int) -> Sizes:
    """Return one of the sizes that the command line names."""
    names = [name for name in asdict(Sizes()) if name != "articles"]
    return Sizes(articles, **{name: getattr(asked, name) for name in names})


def stacks(names: list[str]) -> list[str]:
    """Return those that can run here: what is not installed is left out aloud."""
    if "strawberry" in names and not install():
        tell("(d) is left out: its packages could not be installed; see above.")
        return [name for name in names if name != "strawberry"]
    return names


def measured(
    contender: Contender, sizes: Sizes, seconds: float, answers: Answers
) -> Cells:
    """Measure one contender, after its answers proved to be those of the others."""
    cells: Cells = {}
    variables = environment(database_url(sizes), contender.settings)
    with (
        running(contender, variables) as server,
        loaded(contender, variables) as inside,
    ):
        for question in QUESTIONS:
            request = contender.request(question, server.ask)
            if request is None:
                continue
            items = contender.items(server.ask(request))
            if difference := answers.difference(contender.label, question, items):
                sys.exit(difference)
            tell(f"{contender.label}: {question.label}")
            cell = measure(server, request, seconds)
            count = len(inside.ask(request).statements)
            cells[contender.name, question.name] = replace(cell, statements=count)
    return cells


def _number(word: str) -> int:
    number = int(word)
    if not 1 <= number <= MOST_ARTICLES:
        raise ValueError(word)
    return number


if __name__ == "__main__":
    main()
