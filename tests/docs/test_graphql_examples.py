"""Every query in docs/graphql.md is sent, and answers what the document shows."""

import json
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import override_settings

from cms.core.media.prepare import prepare_image
from cms.core.models import CustomImage
from cms.demo.content import read_content
from cms.demo.encoding_speed import encoding_in_haste
from cms.demo.marks import Marks
from cms.demo.picture_list import draw, list_drawings
from tests.contract.expected_answers import FALLBACKS
from tests.docs.examples import Example, completed, examples_in
from tests.stable_answers import difference, stable

DOCUMENT = Path(__file__).parents[2] / "docs" / "graphql.md"
EXAMPLES = [*examples_in(DOCUMENT.read_text())]
READERS_ADDRESS = "http://127.0.0.1:8000"  # as `make run` has it
# Tests load patches of color; the document shows what readers of the demo get.
PICTURES = {"cover {": "picture:old-square-71", "image {": "picture:bridge-101"}

pytestmark = pytest.mark.usefixtures("demo_database")


def draw_picture(key: str) -> None:
    """Give one of the demo's pictures its real drawing and files."""
    drawing = list_drawings(read_content())[key]
    image = CustomImage.objects.get(pk=Marks().need(key))
    file = draw(drawing.scene, drawing.arguments)
    image.file = ContentFile(file, drawing.file_name)
    image._set_image_file_metadata()
    image.save()
    with encoding_in_haste():
        prepare_image(image)


def title(example: Example) -> str:
    return " ".join(example.query.split())[:60]


@override_settings(LANGUAGE_FALLBACKS=FALLBACKS)
@pytest.mark.parametrize("example", EXAMPLES, ids=title)
def test_the_answer_is_the_shown_one(client, db, settings, example):
    for words, key in PICTURES.items():
        if words in example.query:
            draw_picture(key)

    response = client.post("/graphql/", example.body, "application/json")

    text = response.content.decode().replace(settings.PUBLIC_URL, READERS_ADDRESS)
    real = stable(json.loads(text))
    assert example.answer is not None, "show an answer below this query"
    found = difference(completed(example.answer, real), real)
    assert not found, f"docs/graphql.md shows another answer than this:\n{found}"


def test_the_document_has_an_example_of_every_pattern():
    sent = "\n".join(example.query for example in EXAMPLES)

    for field in (
        *("route(", "newsPages(", "projectPages(", "publicationPages(", "search("),
        *("organisations(", "organisation(", "paths(", "site(", "pages(", "page("),
        *("locales {", "translations {", "facets {", "after:", "offset:", "fallback:"),
        *("sources(", "alternates {", "fragment Blocks", "preview("),
    ):
        assert field in sent, field
