"""What a run of the bench prints and draws."""

from xml.etree import ElementTree

import pytest

from benchmarks.measure import Cell
from benchmarks.picture import picture
from benchmarks.questions import QUESTIONS, news_list
from benchmarks.table import table
from benchmarks.targets import targets


def cell(per_second: float, p50: float = 10.0, megabytes: float = 100.0) -> Cell:
    return Cell(100, per_second, p50, 20.0, 5.0, 1.0, megabytes, 14)


@pytest.fixture
def run() -> dict[int, dict[tuple[str, str], Cell]]:
    ours = {("ours", question.name): cell(700) for question in QUESTIONS}
    others = {("grapple", "first"): cell(100), ("rest", "first"): cell(200)}
    slower = {("ours", question.name): cell(700, p50=16.0) for question in QUESTIONS}
    return {1000: {**ours, **others}, 100_000: {**slower, **others}}


def test_a_row_tells_how_many_times_as_many_requests_ours_answers(run):
    lines = table(run[1000]).splitlines()

    grapple = next(line for line in lines if "Grapple" in line)
    assert grapple.rstrip(" |").endswith("7.00 ×")


def test_each_target_is_judged(run):
    lines = targets(run).splitlines()

    assert any("met: with 1000 articles 7.0 times" in line for line in lines)
    assert any("**missed**: with 1000 articles 3.5 times" in line for line in lines)
    grown = [line for line in lines if "1.60 times as long" in line]
    assert [line.split()[1] for line in grown] == [*["**missed**:"] * 3, "met:"]
    assert "met: a serving process takes 100 MB" in lines[-1]


def test_the_picture_names_every_line(run):
    root = ElementTree.fromstring(picture(run))

    words = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"(a) Municipia", "(b) stock Grapple", "articles"} <= words
    assert {question.label for question in QUESTIONS} <= words
    dashes = [
        line.get("stroke-dasharray")
        for line in root.iter("{http://www.w3.org/2000/svg}polyline")
    ]
    assert len(set(dashes[:3])) == 3


def test_a_list_without_counts_is_the_contract_without_them():
    plain, counting = news_list(counts=False), news_list(counts=True)

    assert "totalCount" in counting
    assert "facets" in counting
    assert "totalCount" not in plain
    assert "facets" not in plain
    assert "...Picture" in plain
    assert "fragment Picture on Image" in plain
