"""Pages have one public address: language first, never the tree's own slugs."""

import pytest
from django.test import Client, RequestFactory

from cms.core.publicpaths import address, split_public_path
from tests.factories.pages import StandardPageFactory
from tests.fixtures import SiteTree, make_site_tree


def test_every_language_stands_first_the_default_one_too(db: None) -> None:
    tree = make_site_tree("en", "fr", "pt-br")
    page = StandardPageFactory(parent=tree["fr"], title="À propos")

    assert [home.full_url for home in tree.values()] == [
        "http://cms.test/en/",
        "http://cms.test/fr/",
        "http://cms.test/pt-br/",
    ]
    assert page.full_url == "http://cms.test/fr/a-propos/"


def test_wagtails_links_are_full_addresses(site_tree: SiteTree) -> None:
    page = StandardPageFactory(parent=site_tree["fr"], title="À propos")
    request = RequestFactory().get("/admin/", headers={"Accept-Language": "ar"})

    assert page.url == page.get_url(request) == "http://cms.test/fr/a-propos/"
    assert page.get_url_parts()[1:] == ("http://cms.test", "/fr/a-propos/")


def test_two_languages_may_use_one_slug(site_tree: SiteTree) -> None:
    pages = [
        StandardPageFactory(parent=site_tree[code], slug="contact")
        for code in ("en", "fr")
    ]

    assert [page.full_url for page in pages] == [
        "http://cms.test/en/contact/",
        "http://cms.test/fr/contact/",
    ]


def test_a_page_outside_every_site_has_no_address(site_tree: SiteTree) -> None:
    root = site_tree["en"].get_parent()
    stray = StandardPageFactory(
        parent=root, title="Stray", locale=site_tree["en"].locale
    )

    assert (stray.url, stray.full_url, stray.get_url_parts()) == (None, None, None)


def test_the_frontend_has_the_address_where_there_is_one(
    site_tree: SiteTree, settings
) -> None:
    settings.FRONTEND_URL = "https://www.example.org"
    page = StandardPageFactory(parent=site_tree["fr"], title="À propos")

    assert page.full_url == "https://www.example.org/fr/a-propos/"
    assert page.get_url_parts()[1:] == ("https://www.example.org", "/fr/a-propos/")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/en/about/us/", "https://www.example.org/about/us/"),
        ("/en/", "https://www.example.org/"),
        ("/fr/a-propos/", "https://www.example.org/site/fr/a-propos/"),
        ("/fr/", "https://www.example.org/site/fr/"),
    ],
)
def test_a_template_per_language_says_where_the_frontend_keeps_it(
    settings, path: str, expected: str
) -> None:
    settings.FRONTEND_URL = "https://www.example.org"
    settings.FRONTEND_PATHS = {"*": "/site/{language}/{slugs}", "en": "/{slugs}"}

    assert address(path) == expected


def test_a_path_is_read_in_any_case() -> None:
    assert split_public_path("/PT-br/Sobre/Nos/") == ("pt-br", "sobre/nos")


def test_a_changed_slug_leads_on_from_the_page_and_those_below(
    client: Client, site_tree: SiteTree, django_capture_on_commit_callbacks
) -> None:
    page = StandardPageFactory(parent=site_tree["fr"], title="Ancien")
    StandardPageFactory(parent=page, title="Dessous")

    page.slug = "nouveau"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    for old, new in [
        ("/fr/ancien/", "/fr/nouveau/"),
        ("/fr/ancien/dessous/", "/fr/nouveau/dessous/"),
    ]:
        answer = client.get(old)
        assert (answer.status_code, answer.headers["Location"]) == (301, new)


def test_wagtails_own_serving_leads_to_the_public_path(site_tree: SiteTree) -> None:
    page = StandardPageFactory(parent=site_tree["fr"], title="À propos")

    answer = page.serve(RequestFactory().get("/"))

    assert answer.headers["Location"] == "http://cms.test/fr/a-propos/"


def test_the_admin_leads_to_the_live_page(admin_client: Client, site_tree) -> None:
    page = StandardPageFactory(parent=site_tree["fr"], title="À propos")

    edit = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    listing = admin_client.get(f"/admin/pages/{site_tree['fr'].pk}/").content.decode()

    assert 'href="http://cms.test/fr/a-propos/"' in edit
    assert 'href="http://cms.test/fr/a-propos/"' in listing
