"""A translation is stale when it was made from another text than is published."""

import pytest
from wagtail_localize.models import TranslationSource

from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.translation_work import publish, submit, translate

ASK = """
{ pages(locale: "fr", contentType: "news.NewsPage") {
    title translations { locale { code } isStale } } }
"""


@pytest.fixture
def original(site_tree):
    index = NewsIndexPageFactory(parent=site_tree["en"], title="News")
    index.save_revision().publish()
    translation = submit(index, "fr")
    publish(translation)
    page = NewsPageFactory(parent=index, title="A bridge", lead="It stands.")
    page.save_revision().publish()
    return page


@pytest.fixture
def translated(original):
    translation = submit(original, "fr")
    translate(translation, {"A bridge": "Un pont", "It stands.": "Il tient."})
    publish(translation)
    return translation


def stale(graphql) -> dict[str, bool]:
    (page,) = graphql(ASK).data["pages"]
    return {row["locale"]["code"]: row["isStale"] for row in page["translations"]}


def test_a_fresh_translation_is_not_stale(graphql, translated):
    assert stale(graphql) == {"en": False, "fr": False}


def test_publishing_the_original_with_another_text_makes_it_stale(
    graphql, original, translated
):
    original.lead = "It stands firmly."
    original.save_revision().publish()

    assert stale(graphql) == {"en": False, "fr": True}


def test_a_draft_of_the_original_makes_nothing_stale(graphql, original, translated):
    original.lead = "It stands firmly."
    original.save_revision()

    assert stale(graphql) == {"en": False, "fr": False}


@pytest.mark.parametrize("field", ["slug", "review_by", "nothing"])
def test_publishing_without_another_text_makes_nothing_stale(
    graphql, original, translated, field
):
    if field == "slug":
        original.slug = "another-slug"
    if field == "review_by":
        original.review_by = "2030-01-01"
    original.save_revision().publish()

    assert stale(graphql) == {"en": False, "fr": False}


def test_publishing_the_translation_of_the_new_text_ends_it(
    graphql, original, translated
):
    original.lead = "It stands firmly."
    original.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(original)
    translated.refresh_from_db()
    translate(translated, {"It stands firmly.": "Il tient bien."})
    publish(translated)

    assert source.pk == translated.source_id
    assert stale(graphql) == {"en": False, "fr": False}


def test_publishing_the_old_translation_again_leaves_it_stale(
    graphql, original, translated
):
    original.lead = "It stands firmly."
    original.save_revision().publish()
    translated.get_target_instance().save_revision().publish()

    assert stale(graphql) == {"en": False, "fr": True}
