"""All stacks of the bench give the same answers, on a content set that is small."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import quote

import pytest
from django.db import connection

from benchmarks.answers import Answers
from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.content import Builder
from benchmarks.environment import environment
from benchmarks.installation import is_installed
from benchmarks.questions import COUNTS, FIRST_PAGE
from benchmarks.requests import Request
from benchmarks.sizes import Sizes
from benchmarks.statements import Process, loaded
from tests.own_database import filled_database

SMALL = Sizes(articles=12, authors=5, topics=4, pictures=3, related=1)
Load = Callable[[Contender], Process]

# The tests' own connection stays idle; without the mark there would be no database.
pytestmark = pytest.mark.django_db


def build() -> None:
    builder = Builder(SMALL)
    builder.build_frame()
    for _step in builder.copy_articles():
        pass


def url_of(name: str) -> str:
    place = {**connection.settings_dict, "NAME": name}
    user = quote(place["USER"])
    password = f":{quote(place['PASSWORD'])}" if place["PASSWORD"] else ""
    host = quote(place["HOST"], safe="")
    return f"postgresql://{user}{password}@{host}:{place['PORT'] or 5432}/{name}"


def unasked(request: Request) -> None:
    """Stand in for a server that a question of the first page need not ask."""
    pytest.fail(f"{request.path} was asked beforehand")


@pytest.fixture(scope="module")
def load(django_db_setup: None, django_db_blocker) -> Iterator[Load]:
    """Return what loads a stack's application, once for stacks that share one."""
    known: dict[tuple[str, str], Process] = {}
    with (
        django_db_blocker.unblock(),
        filled_database("bench", build) as name,
        ExitStack() as processes,
    ):

        def load(contender: Contender) -> Process:
            key = contender.application, contender.settings
            if key not in known:
                variables = environment(url_of(name), contender.settings)
                known[key] = processes.enter_context(loaded(contender, variables))
            return known[key]

        yield load


@pytest.mark.parametrize("name", [name for name in CONTENDERS if name != "ours"])
def test_a_stack_answers_as_ours_does(load, name):
    if name == "strawberry" and not is_installed():
        pytest.skip("strawberry-django is installed by `make bench`")
    answers = Answers()

    for contender in (CONTENDERS["ours"], CONTENDERS[name]):
        process = load(contender)
        request = contender.request(FIRST_PAGE, lambda r, p=process: p.ask(r).answer)
        items = contender.items(process.ask(request).answer)

        assert len(items) == SMALL.articles
        assert answers.difference(contender.label, FIRST_PAGE, items) is None


def test_another_answer_is_told(load):
    ours = CONTENDERS["ours"]
    process = load(ours)
    items = ours.items(process.ask(ours.request(FIRST_PAGE, unasked)).answer)
    answers = Answers()
    answers.difference("ours", FIRST_PAGE, items)

    changed = [items[0], items[1]._replace(topics=frozenset()), *items[2:]]

    assert "topics of item 2" in answers.difference("theirs", FIRST_PAGE, changed)
    assert "11 items" in answers.difference("theirs", FIRST_PAGE, items[1:])
    assert "nothing" in answers.difference("theirs", FIRST_PAGE, [])


def test_the_statements_of_an_answer_are_counted(load):
    ours, floor = CONTENDERS["ours"], CONTENDERS["sql"]

    plain, counting = (
        load(ours).ask(ours.request(question, unasked)).statements
        for question in (FIRST_PAGE, COUNTS)
    )
    only = load(floor).ask(floor.request(FIRST_PAGE, unasked)).statements

    assert len(only) == 1
    assert 1 < len(plain) < len(counting)


def test_a_process_gets_nothing_of_our_environment(monkeypatch):
    monkeypatch.setenv("API_MAX_COST", "1")

    variables = environment(
        "postgresql://nobody@localhost/nothing", "cms.settings.base"
    )

    assert "API_MAX_COST" not in variables
