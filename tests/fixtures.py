"""What most tests stand on: a site with its home page in some languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from tests.factories.pages import HomePageFactory

LANGUAGES = ("en", "fr", "ar")


@dataclass(frozen=True)
class SiteTree(Mapping[str, HomePage]):
    """The default site, and its home pages by language code: `site_tree["fr"]`."""

    site: Site
    homes: Mapping[str, HomePage]

    def __getitem__(self, language_code: str) -> HomePage:
        return self.homes[language_code]

    def __iter__(self) -> Iterator[str]:
        return iter(self.homes)

    def __len__(self) -> int:
        return len(self.homes)


def make_site_tree(*language_codes: str) -> SiteTree:
    """Put one site in place of all that is there; the first language is original."""
    Site.objects.all().delete()
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    for page in root.get_children():
        page.delete()
    root.refresh_from_db()
    homes: dict[str, HomePage] = {}
    for code in language_codes or LANGUAGES:
        locale, _created = Locale.objects.get_or_create(language_code=code)
        original = next(iter(homes.values()), None)
        shared = {"translation_key": original.translation_key} if original else {}
        slug = f"home-{code}" if original else "home"
        homes[code] = HomePageFactory(
            parent=root, locale=locale, slug=slug, title=f"Home ({code})", **shared
        )
    site = Site.objects.create(
        hostname="cms.test", root_page=next(iter(homes.values())), is_default_site=True
    )
    return SiteTree(site, homes)


@pytest.fixture
def site_tree(db: None) -> SiteTree:
    """The default site with a home page in English, French and Arabic.

    It is there from the beginning. A test that needs others calls
    `make_site_tree("en", "pt-br")` itself.
    """
    Site.clear_site_root_paths_cache()  # another test may have had other sites
    homes = HomePage.objects.select_related("locale").order_by("pk")
    by_language = {home.locale.language_code: home for home in homes}
    return SiteTree(Site.objects.get(), by_language)
