"""The picture: what an answer costs against how much content there is, as SVG.

It needs no colour: lines differ in their dashes and marks, and bear their names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final
from xml.sax.saxutils import escape

from benchmarks.contenders import CONTENDERS
from benchmarks.measure import Cell
from benchmarks.questions import FIRST_PAGE, QUESTIONS

Cells = Mapping[tuple[str, str], Cell]
TITLE: Final = "CPU time of an answer with 20 items, against the number of articles"
WIDTH, HEIGHT = 1080, 470
PANEL: Final = 290  # pixels of a panel's plot, across and down
TOP: Final = 100
LEFTS: Final = (80, 600)
DASHES: Final = ("", "8 4", "2 3", "10 3 2 3", "1 5")
LABEL_HEIGHT: Final = 14
STYLE: Final = (
    "text{font:13px sans-serif;fill:#111}.title{font-size:17px;font-weight:bold}"
    ".panel{font-weight:bold}.grid{stroke:#bbb;stroke-width:1}"
    ".line{fill:none;stroke:#111;stroke-width:2}.mark{fill:#fff;stroke:#111}"
)


@dataclass(frozen=True)
class Series:
    """A line: its name, and milliseconds by number of articles."""

    name: str
    points: Mapping[int, float]


def picture(by_articles: Mapping[int, Cells]) -> str:
    """Return the picture of a run with several sizes."""
    stacks = [
        _series(contender.label, by_articles, name, FIRST_PAGE.name)
        for name, contender in CONTENDERS.items()
    ]
    ours = [
        _series(question.label, by_articles, "ours", question.name)
        for question in QUESTIONS
    ]
    panels = (("First page, by stack", stacks), ("This API, by question", ours))
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            'role="img" aria-labelledby="title">'
        ),
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text id="title" class="title" x="20" y="32">{TITLE}</text>',
    ]
    for left, (title, series) in zip(LEFTS, panels, strict=True):
        drawn = [one for one in series if one.points]
        parts += Panel(left, title, drawn).drawn() if drawn else []
    return "\n".join([*parts, "</svg>", ""])


def _series(
    label: str, by_articles: Mapping[int, Cells], stack: str, question: str
) -> Series:
    points = {
        articles: cells[stack, question].cpu + cells[stack, question].database_cpu
        for articles, cells in sorted(by_articles.items())
        if (stack, question) in cells
    }
    return Series(label, points)


class Panel:
    """One plot with logarithmic axes."""

    def __init__(self, left: int, title: str, series: Sequence[Series]) -> None:
        self.left = left
        self.title = title
        self.series = series
        self.articles = sorted({n for one in series for n in one.points})
        costs = [cost for one in series for cost in one.points.values()]
        self.low = floor(log10(max(min(costs), 0.01)))
        self.high = max(ceil(log10(max(costs))), self.low + 1)

    def drawn(self) -> list[str]:
        """Return the panel's elements."""
        return [*self._axes(), *self._lines()]

    def _x(self, articles: int) -> float:
        first, last = log10(self.articles[0]), log10(self.articles[-1])
        return self.left + PANEL * (log10(articles) - first) / (last - first)

    def _y(self, cost: float) -> float:
        part = (log10(max(cost, 0.01)) - self.low) / (self.high - self.low)
        return TOP + PANEL * (1 - part)

    def _axes(self) -> Iterator[str]:
        bottom, right = TOP + PANEL, self.left + PANEL
        yield _text(self.left, TOP - 20, self.title, "panel")
        for power in range(self.low, self.high + 1):
            y = self._y(10.0**power)
            yield f'<path class="grid" d="M{self.left} {y:.1f}H{right}"/>'
            yield _text(self.left - 8, y + 4, f"{10.0**power:g}", anchor="end")
        for articles in self.articles:
            x = self._x(articles)
            yield f'<path class="grid" d="M{x:.1f} {TOP}V{bottom}"/>'
            yield _text(x, bottom + 18, f"{articles:,}", anchor="middle")
        middle = TOP + PANEL / 2
        yield _text(self.left + PANEL / 2, bottom + 42, "articles", anchor="middle")
        yield (
            f'<text transform="translate({self.left - 48} {middle}) rotate(-90)" '
            'text-anchor="middle">milliseconds, server and database</text>'
        )

    def _lines(self) -> Iterator[str]:
        labels = self._label_heights()
        for number, one in enumerate(self.series):
            places = [(self._x(n), self._y(cost)) for n, cost in one.points.items()]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
            dashes = DASHES[number % len(DASHES)]
            yield (
                f'<polyline class="line" stroke-dasharray="{dashes}" points="{path}"/>'
            )
            for x, y in places:
                yield _mark(number, x, y)
            yield _text(places[-1][0] + 12, labels[number], one.name)

    def _label_heights(self) -> list[float]:
        """Return where the names stand: at the lines' ends, but never on each other."""
        ends = [self._y(list(one.points.values())[-1]) + 4 for one in self.series]
        free = float("-inf")
        for number in sorted(range(len(ends)), key=ends.__getitem__):
            ends[number] = free = max(ends[number], free + LABEL_HEIGHT)
        return ends


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">'
        f"{escape(words)}</text>"
    )


def _mark(number: int, x: float, y: float) -> str:
    """Return a circle, a square, a triangle, a diamond or a cross."""
    shapes = (
        "M{w} {y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
        "M{w} {n}h8v8h-8z",
        "M{x} {n}l5 9h-10z",
        "M{x} {n}l5 5l-5 5l-5 -5z",
        "M{w} {n}l8 8M{w} {s}l8 -8",
    )
    shape = shapes[number % len(shapes)]
    place = {"x": x, "y": y, "w": x - 4, "n": y - 4, "s": y + 4}
    rounded = {name: f"{value:.1f}" for name, value in place.items()}
    return f'<path class="mark" d="{shape.format(**rounded)}"/>'
