"""The demo is loaded once, where it belongs, and completed where it was broken off."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from cms.demo.accounts import ACCOUNTS
from cms.demo.loader import is_wanted, load_demo
from cms.demo.marks import Marks
from cms.demo.models import DemoItem
from cms.demo.progress import Silence
from home.models import HomePage
from tests.demo_rows import page_of, row_counts

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]


def load_again() -> int:
    return load_demo(Silence(), tiny_pictures=True)


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
