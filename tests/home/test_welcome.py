"""The server's own `/` says what it is and leads on."""

import pytest
from django.test import Client
from wagtail.models import Site

from tests.fixtures import SiteTree


def test_it_leads_to_the_admin_and_the_endpoint(client: Client, db: None) -> None:
    text = client.get("/").content.decode()

    assert 'href="/admin/"' in text
    assert "http://cms.test/graphql/" in text


def test_it_leads_to_the_public_homes_in_their_own_words(
    client: Client, site_tree: SiteTree
) -> None:
    site_tree["fr"].unpublish()

    text = client.get("/").content.decode()

    assert (
        '<a href="http://cms.test/ar/" hreflang="ar" lang="ar" dir="rtl">العربية</a>'
        in text
    )
    assert "http://cms.test/en/" in text
    assert "http://cms.test/fr/" not in text


def test_it_leads_to_the_explorer_only_where_there_is_one(
    client: Client, db: None
) -> None:
    assert "/graphql/explorer/" not in client.get("/").content.decode()


def test_a_database_without_a_site_has_a_welcome_all_the_same(
    client: Client, db: None
) -> None:
    Site.objects.all().delete()

    assert client.get("/").status_code == 200


@pytest.mark.parametrize("header", ["fr", "ar,en;q=0.5"])
def test_it_does_not_read_the_browsers_language(
    client: Client, site_tree: SiteTree, header: str
) -> None:
    answer = client.get("/", headers={"Accept-Language": header})

    assert answer.content == client.get("/").content
    assert answer["Content-Language"] == "en"


def test_it_sets_no_cookie_and_varies_by_none(client: Client, db: None) -> None:
    answer = client.get("/")

    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert "script-src" not in answer["Content-Security-Policy"]


def test_it_takes_no_post(client: Client, db: None) -> None:
    assert client.post("/").status_code == 405
