"""What wagtail-localize was told: nothing is lost, nothing goes live untranslated."""

import ast
import re
from pathlib import Path

import pytest
from wagtail_localize import strings
from wagtail_localize.models import StringTranslation

from cms.core.richtext.inline_tags import SENTENCE_TAGS
from tests.factories.pages import StandardPageFactory
from tests.translation_work import publish, submit, translate


def test_no_untranslated_page_goes_live(graphql, site_tree):
    page = StandardPageFactory(parent=site_tree["en"], title="About", slug="about")
    page.save_revision().publish()

    translation = submit(page, "fr")

    assert not translation.get_target_instance().live
    assert graphql('{ pages(locale: "fr") { title } }').data["pages"] == [
        {"title": "Home (fr)"}
    ]


def test_translations_survive_the_deletion_of_their_page(site_tree):
    page = StandardPageFactory(parent=site_tree["en"], title="About", lead="Who we are")
    translation = submit(page, "fr")
    translate(translation, {"About": "À propos", "Who we are": "Qui nous sommes"})
    publish(translation)

    page.delete()

    assert StringTranslation.objects.filter(data="Qui nous sommes").exists()


def test_inline_markup_does_not_cut_a_sentence():
    _template, found = strings.extract_strings(
        "<p>CO<sub>2</sub> levels <b>fell</b>.</p>"
    )

    assert [string.data for string, _attrs in found] == [
        "CO<sub>2</sub> levels <b>fell</b>."
    ]


def test_our_list_of_inline_tags_is_still_needed():
    source = Path(strings.__file__).read_text()
    stock = re.search(r"^INLINE_TAGS = (\[.*?\])", source, re.MULTILINE | re.DOTALL)

    assert stock
    assert not set(SENTENCE_TAGS) & set(ast.literal_eval(stock[1]))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Νέα της πόλης", "nea-tis-polis"),
        ("Новини міста", "novini-mista"),
        ("أخبار المدينة", "khbr-lmdynh"),
        ("Straßenfest in Łódź", "strassenfest-in-lodz"),
    ],
)
def test_a_title_in_any_script_gives_a_slug_one_can_type(site_tree, title, slug):
    page = StandardPageFactory.build(title=title, slug="")
    site_tree["ar"].add_child(instance=page)

    assert page.slug == slug
