"""Every page in a plain form: one language, one gate, no script, no cookie."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.template.loader import get_template
from django.test import Client
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cms.core.media.prepare import prepare_image
from cms.graphql.schema import get_schema
from network.models import PageContact, Person
from tests.factories.media import make_image
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)
from tests.fixtures import SiteTree, make_site_tree


def read(client: Client, path: str) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.content, "html.parser")


def test_a_page_says_its_language_and_direction(
    client: Client, site_tree: SiteTree
) -> None:
    StandardPageFactory(parent=site_tree["ar"], title="عن الشبكة", slug="about")

    page = read(client, "/ar/about/")

    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
    assert [h1.text for h1 in page.find_all("h1")] == ["عن الشبكة"]
    assert client.get("/ar/about/")["Content-Language"] == "ar"


def test_labels_are_in_the_pages_language(client: Client, site_tree: SiteTree) -> None:
    with translation.override("fr"):
        words = gettext("Skip to the content")

    assert read(client, "/fr/").find(class_="skip").text == words


def test_labels_without_a_catalogue_say_that_they_are_english(
    client: Client, db: None
) -> None:
    make_site_tree("en", "mt")

    page = read(client, "/mt/")

    assert page.html["lang"] == "mt"
    assert page.find(class_="skip")["lang"] == "en"


def test_a_region_code_is_written_as_bcp_47_does(client: Client, db: None) -> None:
    make_site_tree("en", "pt-br")

    assert read(client, "/pt-br/").html["lang"] == "pt-BR"
    assert client.get("/pt-BR/").headers["Location"] == "/pt-br/"


def test_links_between_languages_say_so(client: Client, site_tree: SiteTree) -> None:
    english = StandardPageFactory(parent=site_tree["en"], title="About us")
    key = english.translation_key
    StandardPageFactory(parent=site_tree["fr"], title="À propos", translation_key=key)

    links = read(client, "/en/about-us/").find("nav", class_="languages").find_all("a")

    assert [(a["href"], a["hreflang"], a["lang"], a.text) for a in links] == [
        ("/en/about-us/", "en", "en", "English"),
        ("/fr/a-propos/", "fr", "fr", "Français"),
    ]


@pytest.mark.parametrize(
    ("asked", "proper"),
    [
        ("/fr/a-propos", "/fr/a-propos/"),
        ("/FR/a-propos/", "/fr/a-propos/"),
        ("/fr/A-Propos/?x=1", "/fr/a-propos/?x=1"),
        ("/fr", "/fr/"),
    ],
)
def test_one_address_is_the_proper_one(
    client: Client, site_tree: SiteTree, asked: str, proper: str
) -> None:
    StandardPageFactory(parent=site_tree["fr"], title="À propos")

    answer = client.get(asked)

    assert (answer.status_code, answer.headers["Location"]) == (301, proper)


@pytest.mark.parametrize(("permanent", "status"), [(True, 301), (False, 302)])
def test_a_redirect_redirects(
    client: Client, site_tree: SiteTree, *, permanent: bool, status: int
) -> None:
    page = StandardPageFactory(parent=site_tree["fr"], title="À propos")
    Redirect.objects.create(
        old_path="/fr/ancien", redirect_page=page, is_permanent=permanent
    )

    answer = client.get("/fr/ancien/")

    assert (answer.status_code, answer.headers["Location"]) == (status, "/fr/a-propos/")


def test_a_missing_page_suggests_others_in_its_language(
    client: Client, site_tree: SiteTree
) -> None:
    StandardPageFactory(parent=site_tree["fr"], title="Contact")

    answer = client.get("/fr/rubrique/contact/")
    page = BeautifulSoup(answer.content, "html.parser")

    assert answer.status_code == 404
    assert page.html["lang"] == "fr"
    assert page.find("a", href="/fr/contact/").text == "Contact"


@pytest.mark.parametrize("path", ["/xx/", "/xx/y/", "/en/%00/", f"/en/{'a' * 3000}/"])
def test_nonsense_is_not_found(client: Client, site_tree: SiteTree, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_database_without_a_site_has_no_pages(client: Client, db: None) -> None:
    make_site_tree("en").site.delete()

    assert client.get("/en/").status_code == 404


def hide_as_draft(page) -> None:
    page.unpublish()


def hide_as_private(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def hide_as_expired(page) -> None:
    page.expire_at = timezone.now() - timezone.timedelta(hours=1)
    page.save()


@pytest.mark.parametrize("hide", [hide_as_draft, hide_as_private, hide_as_expired])
def test_a_hidden_page_is_nowhere(client: Client, site_tree: SiteTree, hide) -> None:
    secret = StandardPageFactory(parent=site_tree["en"], title="Secret plan")
    shown = StandardPageFactory(
        parent=site_tree["en"],
        title="Shown",
        body=[
            ("paragraph", f'<p><a linktype="page" id="{secret.pk}">words</a></p>'),
            ("links", {"links": [{"label": "more", "page": secret}]}),
            ("related_pages", {"pages": [secret]}),
        ],
    )
    shown.related_pages.create(target=secret)
    shown.save()

    hide(secret)

    assert client.get("/en/secret-plan/").status_code == 404
    for path in ("/en/", "/en/shown/", "/en/secret-plan/", "/en/x/secret-plan/"):
        text = client.get(path).content.decode()
        assert "Secret plan" not in text
        assert "/en/secret-plan/" not in text


def test_a_page_in_another_language_stands_in_and_says_so(
    client: Client, site_tree: SiteTree, settings
) -> None:
    settings.LANGUAGE_FALLBACKS = {"fr": ("en",)}
    StandardPageFactory(parent=site_tree["en"], title="Only in English", slug="only")

    page = read(client, "/fr/only/")

    assert page.html["lang"] == "fr"
    assert page.article["lang"] == "en"
    assert client.get("/fr/only/")["Content-Language"] == "en"
    assert page.find(rel="canonical")["href"] == "http://cms.test/en/only/"


def test_a_picture_shows_only_files_that_exist(
    client: Client, site_tree: SiteTree
) -> None:
    image = make_image(alt_texts={"en": "A bridge"})
    StandardPageFactory(parent=site_tree["en"], title="Bridges", cover=image)

    assert read(client, "/en/bridges/").find("img") is None

    prepare_image(image)
    picture = read(client, "/en/bridges/").find("img")

    assert picture["alt"] == "A bridge"
    assert client.get(picture["src"]).status_code == 200


def test_news_are_listed_newest_first(client: Client, site_tree: SiteTree) -> None:
    index = NewsIndexPageFactory(parent=site_tree["fr"], title="Actualités")
    NewsPageFactory(parent=index, title="Ancienne", date=date(2024, 1, 2))
    NewsPageFactory(parent=index, title="Récente", date=date(2025, 3, 14))

    listed = read(client, "/fr/actualites/").find(class_="pages").find_all("li")

    assert [item.a.text for item in listed] == ["Récente", "Ancienne"]
    assert listed[0].time.text == "14 mars 2025"
    assert listed[0].time["datetime"] == "2025-03-14"


def test_a_long_list_goes_on(client: Client, site_tree: SiteTree) -> None:
    index = NewsIndexPageFactory(parent=site_tree["en"])
    for _ in range(51):
        NewsPageFactory(parent=index)

    older = read(client, "/en/news/").find("a", href=re.compile("after="))

    page = read(client, f"/en/news/{older['href']}")
    assert len(page.find(class_="pages").find_all("li")) == 1
    assert client.get("/en/news/?after=nonsense").status_code == 404


def test_contacts_can_be_written_to(client: Client, site_tree: SiteTree) -> None:
    person = Person.objects.create(
        name="Press office",
        email="press@example.org",
        phone="+3225550101",
        locale=site_tree["en"].locale,
    )
    page = StandardPageFactory(parent=site_tree["en"], title="Contact us")
    page.page_contacts = [PageContact(person=person)]
    page.save()

    shown = read(client, "/en/contact-us/").find(class_="contacts")

    assert shown.find("a", href="mailto:press@example.org")
    assert shown.find("a", href="tel:+3225550101")


def test_every_block_has_a_template() -> None:
    schema = get_schema().graphql_schema
    interface = schema.get_type("StreamFieldInterface")

    for block in schema.get_implementations(interface).objects:
        get_template(f"home/blocks/{block.name}.html")


def test_the_frontend_shows_pages_where_there_is_one(
    client: Client, site_tree: SiteTree, settings
) -> None:
    settings.FRONTEND_URL = "https://www.example.org"
    settings.FRONTEND_PATHS = {"*": "/{language}/{slugs}", "en": "/{slugs}"}

    for path, place in [
        ("/fr/a-propos/", "https://www.example.org/fr/a-propos/"),
        ("/en/about/", "https://www.example.org/about/"),
    ]:
        answer = client.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (302, place)


def test_a_page_sets_no_cookie_and_varies_by_none(
    client: Client, site_tree: SiteTree
) -> None:
    answer = client.get("/fr/", headers={"Accept-Language": "ar"})

    assert answer["Content-Language"] == "fr"
    assert not answer.cookies
    assert not {"Cookie", "Accept-Language"} & set(answer.get("Vary", "").split(", "))


def test_a_page_needs_no_script_and_no_other_site(
    client: Client, site_tree: SiteTree
) -> None:
    page = read(client, "/en/")

    assert page.find("script") is None
    assert page.find(style=True) is None
    assert page.find("link", rel="stylesheet")["href"].startswith("/static/")
    assert "script-src" not in client.get("/en/")["Content-Security-Policy"]
