"""Pages have one public address: language first, never the tree's own slugs."""

from tests.factories.pages import StandardPageFactory
from tests.fixtures import SiteTree


def test_x(site_tree: SiteTree) -> None:
    page = StandardPageFactory(parent=site_tree["fr"], title="À propos")
    assert page.full_url == "http://cms.test/fr/a-propos/"
    assert page.locale.language_code == "fr"
