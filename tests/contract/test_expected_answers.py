"""Each operation of the contract answers as written in `expected/`, word for word."""

from typing import Any

import pytest
from django.test import override_settings

from cms.core.media.prepare import prepare_image
from cms.previews.service import give_token
from tests.contract import documents
from tests.contract.expected_answers import FALLBACKS, FOLDER, Case, cases
from tests.demo_rows import page_of, pages_in
from tests.previewing import make_superuser
from tests.stable_answers import stable

WITH_PICTURES = {"Route.en-news", "Route.ar-news"}
LANGUAGES = ({"en"}, {"fr"}, {"uk", "el"}, {"ar"})
ROUTES = {
    "Route.en-home",
    "Route.en-news",
    "Route.en-project",
    "Route.en-publication",
    "Route.en-page",
    "Route.en-redirect",
    "Route.en-not-found",
    "Route.uk-fallback",
}

pytestmark = pytest.mark.usefixtures("demo_database")


def make_picture_files() -> None:
    """Make the files of a cover and a portrait; the loader leaves them out in tests."""
    page = page_of("news:solidarity-days-2026")
    for picture in (page.cover, page.page_authors.first().person.portrait):
        prepare_image(picture)


def sent(case: Case) -> dict[str, Any]:
    """Return a case's variables; a preview's token is made for the page it names."""
    if case.operation != "Preview":
        return case.variables
    page = pages_in(case.language)[case.variables["token"]].specific
    page.title = f"{page.title} (draft)"
    return {"token": give_token(page, make_superuser())}


@override_settings(LANGUAGE_FALLBACKS=FALLBACKS)
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path.stem)
def test_the_answer_is_the_expected_one(graphql, request, case):
    if case.path.stem in WITH_PICTURES:
        make_picture_files()

    asked = graphql(documents.load(case.operation), **sent(case))

    answer = stable(asked.body)
    if request.config.getoption("--rewrite-expected"):
        case.write(answer)
    difference = case.difference(answer)
    assert not difference, difference


def operations() -> list[str]:
    return sorted(set(documents.names()) - documents.LATER_OPERATIONS)


@pytest.mark.parametrize("operation", operations())
def test_every_operation_has_an_expected_answer_in_each_script(operation):
    found = {case.language for case in cases() if case.operation == operation}

    missing = [" or ".join(sorted(some)) for some in LANGUAGES if not some & found]

    assert not missing, (
        f"{operation} has no expected answer in {', '.join(missing)}: add "
        f'{FOLDER.name}/{operation}.<language>.json with {{"variables": …}} and run '
        "pytest tests/contract --rewrite-expected"
    )


def test_every_expected_answer_has_its_operation():
    known = set(operations())

    assert [case.path.name for case in cases() if case.operation not in known] == []


def test_every_kind_of_route_has_an_expected_answer():
    assert {case.path.stem for case in cases()} >= ROUTES


def test_no_expected_answer_is_an_error():
    assert [
        case.path.name for case in cases() if "errors" in case.content.get("answer", ())
    ] == []
