"""Titles in any script get slugs that everybody can type, in the browser as here."""

import pytest

from cms.core.slugs import browser_rules, slug_from
from tests.factories.pages import StandardPageFactory
from tests.fixtures import SiteTree

TITLES = {
    "Γέφυρες μεταξύ πόλεων": "gefyres-metaxy-poleon",
    "Мости між містами": "mosti-mizh-mistami",
    "الجسور بين المدن": "ljswr-byn-lmdn",
    "Ċentru tal-belt": "centru-tal-belt",
    "À propos de l’œuvre": "a-propos-de-loeuvre",
}


@pytest.mark.parametrize(("title", "slug"), TITLES.items())
def test_a_title_becomes_latin(title: str, slug: str) -> None:
    assert slug_from(title) == slug


@pytest.mark.parametrize("title", list(TITLES)[:3])
def test_the_browser_is_told_to_write_the_same(title: str) -> None:
    typed = title
    for letter, latin in browser_rules():
        typed = typed.replace(letter, latin)

    assert slug_from(typed) == slug_from(title)
    assert typed.isascii()


def test_a_slug_is_lower_case_as_paths_are(site_tree: SiteTree) -> None:
    page = StandardPageFactory(parent=site_tree["en"], slug="About-Us")

    assert page.full_url == "http://cms.test/en/about-us/"


def test_a_page_without_a_slug_gets_one_that_is_free(site_tree: SiteTree) -> None:
    first, second = (
        StandardPageFactory(parent=site_tree["ar"], title="الجسور", slug="")
        for _ in range(2)
    )

    assert (first.slug, second.slug) == ("ljswr", "ljswr-2")
