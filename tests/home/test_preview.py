"""Wagtail's preview shows a draft in the form that readers will get."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client

from network.models import PageContact, Person
from news.models import NewsPage
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)
from tests.fixtures import SiteTree


@pytest.fixture
def editor(client: Client, db: None) -> Client:
    """A client that is signed in as somebody who may do everything."""
    user = get_user_model().objects.create_superuser("editor", "e@example.org", "x")
    client.force_login(user)
    return client


def see(editor: Client, page) -> BeautifulSoup:
    answer = editor.get(f"/admin/pages/{page.pk}/view_draft/")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_it_shows_the_draft_and_not_the_live_page(
    editor: Client, site_tree: SiteTree
) -> None:
    page = StandardPageFactory(parent=site_tree["fr"], title="Titre publié")
    page.title, page.lead = "Titre du brouillon", "Une phrase."
    page.save_revision()

    seen = see(editor, page)

    assert seen.h1.text == "Titre du brouillon"
    assert seen.find(class_="lead").text == "Une phrase."
    assert seen.html["lang"] == "fr"


def test_it_shows_rows_of_the_draft(editor: Client, site_tree: SiteTree) -> None:
    locale = site_tree["en"].locale
    before, after = (
        Person.objects.create(name=name, locale=locale) for name in ("Before", "After")
    )
    page = StandardPageFactory(parent=site_tree["en"])
    page.page_contacts = [PageContact(person=before)]
    page.save()
    page.page_contacts = [PageContact(person=after)]
    page.save_revision()

    assert "After" in see(editor, page).find(class_="contacts").text
    assert "Before" not in see(editor, page).find(class_="contacts").text


def test_what_a_draft_refers_to_still_passes_the_gate(
    editor: Client, site_tree: SiteTree
) -> None:
    secret = StandardPageFactory(parent=site_tree["en"], title="Secret", live=False)
    page = StandardPageFactory(parent=site_tree["en"], title="Shown")
    page.body = [("related_pages", {"pages": [secret]})]
    page.related_pages.create(target=secret)
    page.save_revision()

    assert "Secret" not in see(editor, page).text


def test_a_page_that_was_never_saved_can_be_previewed(
    editor: Client, site_tree: SiteTree
) -> None:
    index = NewsIndexPageFactory(parent=site_tree["ar"])
    address = f"/admin/pages/add/news/newspage/{index.pk}/preview/"
    data = {
        "title": "عنوان",
        "slug": "x",
        "date": "2025-03-14",
        "body-count": "0",
        **{
            f"{rows}-{name}": "0"
            for rows in ("related_pages", "page_authors", "page_contacts", "comments")
            for name in ("TOTAL_FORMS", "INITIAL_FORMS")
        },
    }

    assert editor.post(address, data).json() == {
        "is_valid": True,
        "is_available": True,
    }
    seen = BeautifulSoup(editor.get(address).content, "html.parser")

    assert (seen.h1.text, seen.html["dir"]) == ("عنوان", "rtl")
    assert not NewsPage.objects.exists()


def test_strangers_see_no_draft(client: Client, site_tree: SiteTree) -> None:
    page = NewsPageFactory(parent=NewsIndexPageFactory(parent=site_tree["en"]))

    assert client.get(f"/admin/pages/{page.pk}/view_draft/").status_code == 302


def test_it_is_not_kept_by_caches_and_may_be_framed_by_the_admin(
    editor: Client, site_tree: SiteTree
) -> None:
    answer = editor.get(f"/admin/pages/{site_tree['en'].pk}/view_draft/")

    assert "private" in answer["Cache-Control"]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
