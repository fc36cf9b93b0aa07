"""The demo's content: what is public, what is hidden, and what is translated."""

import pytest
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from cms.core.models import CustomDocument, CustomImage
from cms.core.visibility import Gate
from cms.demo.content import Content, read_content
from cms.demo.marks import Marks
from cms.demo.page_drafts import MODELS, key_in
from cms.demo.segment_writing import KINDS
from cms.translations.published import stale_among
from tests.demo_rows import page_of, pages_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]

# On purpose: something for fallbacks to fall back to.
ENGLISH_ONLY = {
    "page:accessibility",
    "news:expertise-register-2026",
    "news:northern-towns-traineeships",
    "publication:equality-indicators",
}


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content()


class TestContent:
    def test_is_all_there(self, content):
        marks = Marks()
        missing = [
            key_in(item, language)
            for item in content.items.values()
            for language in item.languages
            if not marks.is_finished(key_in(item, language))
        ]
        assert missing == []

    def test_every_live_english_page_is_live_in_french(self, content):
        english, french = pages_in("en"), pages_in("fr")
        without = {
            key
            for key, page in english.items()
            if page.live and not (key in french and french[key].live)
        }
        special = {key for key in english if "demo-" in key}
        assert without - special == ENGLISH_ONLY

    def test_at_least_two_items_are_french_originals(self, content):
        written_in_french = [
            item for item in content.of(*MODELS) if item.original == "fr"
        ]
        assert len(written_in_french) >= 2
        for item in written_in_french:
            page = page_of(item.key)
            assert page.locale.language_code == "fr"
            assert page.live
            assert page.get_parent().locale_id == page.locale_id

    def test_lists_are_there_in_every_language(self, content):
        for index in content.of("news-index", "project-index", "publication-index"):
            assert all(page_of(key_in(index, code)).live for code in index.languages)

    def test_unfinished_translations_are_drafts_in_part_translated(self, content):
        partial = [
            (item, language)
            for item in content.items.values()
            for language in item.raw.get("partial", ())
        ]
        assert partial
        for item, language in partial:
            page = page_of(key_in(item, language))
            translation = Translation.objects.get(
                source__object_id=page.translation_key, target_locale=page.locale
            )
            total, done = translation.get_progress()
            assert not page.live
            assert 0 < done < total

    def test_published_translations_have_all_their_strings(self):
        for translation in Translation.objects.select_related("source"):
            total, done = translation.get_progress()
            target = translation.get_target_instance()
            assert total == done or not getattr(target, "live", True)

    def test_translations_of_an_updated_item_are_stale_and_no_others(self, content):
        updated = [item for item in content.items.values() if "updates" in item.raw]
        expected = {
            page_of(key_in(item, language)).pk
            for item in updated
            for language in item.languages
            if language != item.original
        }
        assert expected
        every_page = Page.objects.values_list("pk", flat=True)
        assert stale_among(list(every_page)) == expected

    def test_slugs_are_latin_in_every_script(self):
        assert all(page.slug.isascii() for page in Page.objects.all())

    def test_every_block_would_pass_the_editor(self, content):
        for page in Page.objects.filter(depth__gt=1).specific():
            for field in page._meta.get_fields():
                value = getattr(page, field.name, None)
                if isinstance(value, StreamValue):
                    check(value.stream_block, value, page)

    def test_pictures_are_described_in_the_languages_they_are_shown_in(self):
        for page in Page.objects.filter(live=True, alias_of=None).specific():
            cover = getattr(page, "cover", None)
            assert cover is None or page.locale.language_code in cover.alt_texts

    def test_files_are_real(self):
        files = CustomDocument.objects.all()
        assert {file.language for file in files} >= {"en", "fr"}
        for file in files:
            with file.open_file() as opened:
                assert opened.read(5) == b"%PDF-"

    @pytest.mark.parametrize("words", ["equality", "villes", "міста", "πόλεις"])
    def test_is_found_by_its_words(self, words):
        assert Page.objects.live().search(words).count() > 0


def check(block: StreamBlock, value: StreamValue, page: Page) -> None:
    """Clean a value as the editor's form does."""
    for child in value:
        assert child.block.clean(child.value) is not None, page


class TestVisibility:
    def test_a_draft_was_never_live(self):
        page = page_of("news:demo-draft")
        assert not page.live
        assert page.has_unpublished_changes

    def test_a_private_page_hides_the_page_below_it(self):
        closed = Gate.of_site(None).private_paths
        for key in ("page:demo-members-only", "page:demo-minutes"):
            page = page_of(key)
            assert page.live
            assert page.path.startswith(closed)

    def test_an_expired_page_waits_for_the_scheduler(self):
        page = page_of("news:demo-expired")
        assert page.live
        assert page.expire_at.year == 2024

    def test_a_private_collection_holds_a_picture_and_a_file(self):
        closed = Gate.of_site(None).private_collections
        assert CustomImage.objects.filter(collection_id__in=closed).count() == 1
        assert CustomDocument.objects.filter(collection_id__in=closed).count() == 1

    def test_aliases_stand_in_the_same_language_and_in_another(self):
        beside = page_of("alias:demo-alias-contact")
        assert beside.alias_of_id == page_of("page:contact").pk
        assert beside.get_parent().pk == page_of("page:about").pk
        abroad = page_of("alias:demo-alias-accessibility")
        assert abroad.alias_of_id == page_of("page:accessibility").pk
        assert abroad.locale.language_code == "fr"


class TestTranslationTables:
    @pytest.mark.parametrize(
        "key",
        [
            "home",
            "page:contact",
            "news:agenda-2030",
            "project:reference-framework",
            "organisation:cemr",
            "menu:main",
        ],
    )
    def test_wagtail_localize_finds_its_own_segments(self, key, content):
        instance = Marks().instance(key)
        source = TranslationSource.objects.get_for_instance(instance)
        before = {kind: set(kind.objects.filter(source=source)) for kind in KINDS}
        source.refresh_segments()
        assert before[StringSegment]
        assert before == {
            kind: set(kind.objects.filter(source=source)) for kind in KINDS
        }
