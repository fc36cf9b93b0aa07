"""What the demo's loader promises, on the loaded demo."""

from collections.abc import Mapping

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.models import Page, Site
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from cms.core.models import CustomDocument, CustomImage
from cms.core.visibility.restrictions import (
    private_collection_ids,
    private_page_paths,
)
from cms.demo.accounts import ACCOUNTS
from cms.demo.content import Content, read_content
from cms.demo.loader import is_wanted, load_demo
from cms.demo.marks import Marks
from cms.demo.models import DemoItem
from cms.demo.page_drafts import MODELS, key_in
from cms.demo.progress import Silence
from cms.demo.segment_writing import KINDS
from cms.translations.published import stale_among
from home.models import HomePage, StandardPage

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
CONTENT_APPS = {"core", "home", "news", "projects", "publications", "network"}


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content()


def row_counts() -> Mapping[str, int]:
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def load_again() -> int:
    return load_demo(Silence(), tiny_pictures=True)


def page_of(key: str) -> Page:
    return Page.objects.get(pk=DemoItem.objects.get(key=key).object_id).specific


def pages_in(language: str) -> dict[str, Page]:
    """Return the demo's pages of a language under their items' keys."""
    content = read_content()
    keys = {key_in(item, language): item.key for item in content.of(*MODELS)}
    items = DemoItem.objects.filter(key__in=keys)
    pages = Page.objects.in_bulk(items.values_list("object_id", flat=True))
    return {keys[item.key]: pages[item.object_id] for item in items}


class TestLoadingAgain:
    def test_changes_nothing(self):
        before = row_counts()
        assert load_again() == 0
        assert row_counts() == before

    def test_is_not_wanted_once_all_is_there(self):
        assert not is_wanted()

    def test_completes_what_was_broken_off(self):
        before = row_counts()
        key = "news:tallmere-oostwijk@fr"
        page_of(key).delete()
        DemoItem.objects.filter(key=key).delete()
        DemoItem.objects.filter(key="site").update(is_finished=False)
        assert is_wanted()
        call_command("load_demo", if_empty=True, verbosity=0)
        assert page_of(key).live
        after = row_counts()
        assert after["wagtailcore.Page"] == before["wagtailcore.Page"]
        assert after["demo.DemoItem"] == before["demo.DemoItem"]

    def test_does_not_make_again_what_somebody_deleted(self):
        page_of("news:tallmere-oostwijk@fr").delete()
        assert load_again() == 0
        assert Marks().pk("news:tallmere-oostwijk@fr") is None

    def test_leaves_what_editors_changed(self):
        page = page_of("page:contact")
        page.title = "Write to us"
        page.save_revision(
            user=get_user_model().objects.get(username="editor")
        ).publish()
        load_again()
        assert page_of("page:contact").title == "Write to us"


class TestWhereItMayBeLoaded:
    def test_not_in_production(self, settings):
        settings.ENVIRONMENT = "production"
        with pytest.raises(CommandError, match="--force"):
            call_command("load_demo", verbosity=0)

    def test_production_gets_no_accounts(self, settings):
        settings.ENVIRONMENT = "production"
        get_user_model().objects.filter(username="admin").delete()
        DemoItem.objects.filter(key="account:admin").delete()
        call_command("load_demo", force=True, verbosity=0)
        assert not get_user_model().objects.filter(username="admin").exists()

    def test_not_beside_a_site_of_ones_own(self):
        DemoItem.objects.all().delete()
        with pytest.raises(CommandError, match="site of its own"):
            call_command("load_demo", verbosity=0)

    def test_not_without_english(self, settings):
        settings.CONTENT_LANGUAGES = ["fr", "de"]
        with pytest.raises(CommandError, match="CONTENT_LANGUAGES"):
            call_command("load_demo", verbosity=0)


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
        closed = private_page_paths()
        for key in ("page:demo-members-only", "page:demo-minutes"):
            page = page_of(key)
            assert page.live
            assert page.path.startswith(closed)

    def test_an_expired_page_waits_for_the_scheduler(self):
        page = page_of("news:demo-expired")
        assert page.live
        assert page.expire_at.year == 2024

    def test_a_private_collection_holds_a_picture_and_a_file(self):
        closed = private_collection_ids()
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


class TestSite:
    def test_follows_the_public_address(self):
        site = Site.objects.get()
        assert (site.hostname, site.port) == ("cms.test", 80)
        assert site.root_page.specific_class is HomePage

    def test_wagtails_welcome_page_is_gone(self):
        assert not Page.objects.filter(title__startswith="Welcome to your").exists()

    @pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.username)
    def test_each_role_can_sign_in(self, account, client):
        assert client.login(username=account.username, password=account.password)
        assert client.get("/admin/", follow=True).status_code == 200

    def test_the_editor_submits_and_the_moderator_publishes(self):
        users = get_user_model().objects
        page = page_of("news:tallmere-oostwijk")
        editor = page.permissions_for_user(users.get(username="editor"))
        moderator = page.permissions_for_user(users.get(username="moderator"))
        assert editor.can_edit()
        assert editor.can_submit_for_moderation()
        assert not editor.can_publish()
        assert moderator.can_publish()

    def test_the_translator_edits_french_pages_only(self):
        translator = get_user_model().objects.get(username="translator")
        french, english = page_of("news:tallmere-oostwijk@fr"), page_of("home")
        assert french.permissions_for_user(translator).can_edit()
        assert not french.permissions_for_user(translator).can_publish()
        assert not english.permissions_for_user(translator).can_edit()


class TestRemoving:
    def test_leaves_nothing_of_the_demo(self):
        call_command("load_demo", remove=True, verbosity=0)
        assert not DemoItem.objects.exists()
        assert Page.objects.count() == 1
        left = {label for label, count in row_counts().items() if count}
        assert not {label for label in left if label.split(".")[0] in CONTENT_APPS}
        assert not any(kind.objects.exists() for kind in KINDS)

    def test_can_be_tried_without_deleting(self):
        before = row_counts()
        call_command("load_demo", remove=True, dry_run=True, verbosity=0)
        assert row_counts() == before

    def test_leaves_what_people_made_or_changed_and_what_that_needs(self):
        about = page_of("page:about")
        own = StandardPage(title="Our own", locale=about.locale)
        about.add_child(instance=own)
        changed = page_of("news:kalamos-bay-leaks")
        moderator = get_user_model().objects.get(username="moderator")
        changed.save_revision(user=moderator).publish(user=moderator)
        call_command("load_demo", remove=True, verbosity=0)
        changed.refresh_from_db()
        assert CustomImage.objects.filter(pk=changed.cover_id).exists()
        assert {page.slug for page in Page.objects.filter(depth__gt=1)} == {
            *("home", "about", "our-own"),
            *("news", "kalamos-bay-leaks"),
        }
