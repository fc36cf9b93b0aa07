"""The editor's preview leads to the frontend with a fresh token."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Site

from cms.previews.models import Preview
from network.models import Organisation
from news.models import NewsPage
from tests.factories.pages import (
    HomePageFactory,
    NewsIndexPageFactory,
    StandardPageFactory,
)
from tests.fixtures import SiteTree
from tests.previewing import make_superuser, new_page_form, shown, token_in
from tests.translation_work import submit, translate

FRONTEND = "https://www.example.org/preview"


@pytest.fixture
def editor(settings, db: None) -> Client:
    """A client of somebody who may do everything, with a frontend for drafts."""
    settings.FRONTEND_PREVIEW_URL = FRONTEND
    client = Client()
    client.force_login(make_superuser())
    return client


def open_preview(editor: Client, address: str) -> str:
    answer = editor.get(address)
    assert answer.status_code == 302
    return answer["Location"]


def test_a_saved_draft_is_shown_by_the_frontend(editor, site_tree: SiteTree):
    page = StandardPageFactory(parent=site_tree["fr"], title="Publié")
    page.title = "Brouillon"
    page.save_revision()

    address = open_preview(editor, f"/admin/pages/{page.pk}/view_draft/")

    assert address.startswith(f"{FRONTEND}?token=")
    assert shown(token_in(address))["title"] == "Brouillon"


def test_what_is_typed_and_not_saved_is_shown(editor, site_tree: SiteTree):
    index = NewsIndexPageFactory(parent=site_tree["en"])
    page = index.add_child(
        instance=NewsPage(title="Stored", slug="stored", locale=index.locale)
    )
    address = f"/admin/pages/{page.pk}/edit/preview/"

    form = new_page_form(title="Typed", slug=page.slug)
    assert editor.post(address, form).json()["is_available"] is True
    assert shown(token_in(open_preview(editor, address)))["title"] == "Typed"
    page.refresh_from_db()
    assert page.title == "Stored"


def test_a_page_that_was_never_saved_is_shown(editor, site_tree: SiteTree):
    index = NewsIndexPageFactory(parent=site_tree["ar"])
    address = f"/admin/pages/add/news/newspage/{index.pk}/preview/"

    assert editor.post(address, new_page_form()).json()["is_available"] is True
    token = token_in(open_preview(editor, address))

    assert shown(token) == {
        "id": "0",
        "title": "New",
        "slug": "new",
        "path": "/ar/news/new/",
        "pageType": "NewsPage",
        "locale": {"code": "ar"},
    }


def test_a_form_with_nothing_filled_in_is_shown(editor, site_tree: SiteTree):
    index = NewsIndexPageFactory(parent=site_tree["en"])
    address = f"/admin/pages/add/news/newspage/{index.pk}/preview/"
    editor.post(address, new_page_form(title="", slug=""))

    token = token_in(open_preview(editor, address))

    seen = shown(token)
    assert seen["title"] == "Placeholder title"
    assert seen["path"] == f"/en/news/{seen['slug']}/"


def test_a_translation_that_was_never_published_is_shown(editor, site_tree: SiteTree):
    original = StandardPageFactory(parent=site_tree["en"], title="A bridge")
    translation = submit(original, "fr")
    translate(translation, {"A bridge": "Un pont"})

    address = open_preview(
        editor, f"/admin/localize/translate/{translation.pk}/preview/"
    )

    seen = shown(token_in(address))
    assert (seen["title"], seen["locale"]["code"]) == ("Un pont", "fr")


def test_the_panel_frames_the_frontend_in_a_page_of_ours(editor, site_tree: SiteTree):
    index = NewsIndexPageFactory(parent=site_tree["en"])
    address = f"/admin/pages/add/news/newspage/{index.pk}/preview/"
    editor.post(address, new_page_form(title="Typed <b>"))

    answer = editor.get(f"{address}?in_preview_panel=true")
    frame = BeautifulSoup(answer.content, "html.parser").iframe

    assert shown(token_in(frame["src"]))["title"] == "Typed <b>"
    assert frame["src"].startswith(FRONTEND)
    assert frame["referrerpolicy"] == answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    policy = answer["Content-Security-Policy"]
    assert "frame-src https://www.example.org;" in policy
    assert "frame-ancestors 'self'" in policy


def test_every_look_has_a_token_of_its_own(editor, site_tree: SiteTree):
    address = f"/admin/pages/{site_tree['en'].pk}/view_draft/"

    first, second = (token_in(open_preview(editor, address)) for _time in "ab")

    assert first != second
    assert Preview.objects.count() == 2
    assert set(Preview.objects.values_list("user__username", flat=True)) == {"boss"}


def test_the_way_to_the_frontend_is_kept_by_nobody(editor, site_tree: SiteTree):
    answer = editor.get(f"/admin/pages/{site_tree['en'].pk}/view_draft/")

    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("configured", "expected"),
    [
        ("https://x.org/{language}/preview", "https://x.org/fr/preview?token="),
        ("https://{language}.x.org/p?a=b", "https://fr.x.org/p?a=b&token="),
        ("https://x.org{path}", "https://x.org/fr/a-page/?token="),
    ],
)
def test_the_address_may_name_language_and_path(
    editor, site_tree, settings, configured, expected
):
    settings.FRONTEND_PREVIEW_URL = configured
    page = StandardPageFactory(parent=site_tree["fr"], title="A page")

    address = open_preview(editor, f"/admin/pages/{page.pk}/view_draft/")

    assert address.startswith(expected)
    assert shown(token_in(address))["title"] == "A page"


def test_a_page_of_another_site_is_shown_as_that_site_shows_it(editor, site_tree):
    root = site_tree["en"].get_parent()
    home = HomePageFactory(parent=root, slug="other", title="Other home")
    Site.objects.create(hostname="other.test", root_page=home)
    page = StandardPageFactory(parent=home, title="Elsewhere", live=False)

    address = open_preview(editor, f"/admin/pages/{page.pk}/view_draft/")

    assert shown(token_in(address))["path"] == "/en/elsewhere/"


@pytest.mark.parametrize("frontend", ["", FRONTEND])
def test_a_page_outside_every_site_has_no_preview(
    editor, site_tree, settings, frontend
):
    settings.FRONTEND_PREVIEW_URL = frontend
    page = HomePageFactory(
        parent=site_tree["en"].get_parent(), slug="lost", title="Lost"
    )

    answer = editor.get(f"/admin/pages/{page.pk}/view_draft/")

    assert answer.status_code == 404
    assert not Preview.objects.exists()


def test_strangers_get_no_token(settings, client, site_tree: SiteTree):
    settings.FRONTEND_PREVIEW_URL = FRONTEND

    answer = client.get(f"/admin/pages/{site_tree['en'].pk}/view_draft/")

    assert answer["Location"].startswith("/admin/login/")
    assert not Preview.objects.exists()


def test_organisations_are_edited_as_before(editor, site_tree: SiteTree):
    town = Organisation.objects.create(
        name="Town", slug="town", kind="TOWN", locale=site_tree["en"].locale
    )
    town.name = "Draft of a town"
    town.save_revision()

    answer = editor.get(f"/admin/snippets/network/organisation/edit/{town.pk}/")

    assert answer.status_code == 200
    assert "Draft of a town" in answer.content.decode()
    assert not Preview.objects.exists()
