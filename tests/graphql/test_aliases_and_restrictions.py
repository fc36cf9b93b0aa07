"""A page that was closed stays closed under every name: translations, aliases, both."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from tests.factories.pages import StandardPageFactory

MARK = "Closed"
ASK = """
{ en: pages(limit: 100) { title } fr: pages(limit: 100, locale: "fr") { title }
  ar: pages(limit: 100, locale: "ar") { title }
  paths(first: 100) { nodes { path } }
  search(text: "Closed", locale: "fr", fallback: ["en", "ar"]) {
    nodes { page { title } } }
  one: route(path: "/en/mirror/") { ...R } two: route(path: "/fr/mirror/") { ...R } }
fragment R on Route {
  __typename
  ... on PageRoute { page { title } }
  ... on NotFoundRoute { suggestions { title } }
}
"""


def page(parent, title=MARK, **fields):
    return StandardPageFactory(parent=parent, title=title, **fields)


def translation(of, parent, **fields):
    return page(parent, translation_key=of.translation_key, **fields)


def alias(of, parent, slug="mirror", **options):
    action = CreatePageAliasAction(of, parent=parent, update_slug=slug, **options)
    return action.execute(skip_permission_checks=True)


def close(closed: Page) -> None:
    PageViewRestriction.objects.create(page=closed, restriction_type="login")


def own(home):
    original = page(home["en"])
    return original, original


def of_a_translation(home):
    original = page(home["en"], slug="mirror")
    return original, translation(original, home["fr"], slug="mirror")


def of_an_ancestor(home):
    above = page(home["en"], title="Above")
    return above, page(above)


def of_a_translation_of_an_ancestor(home):
    above = page(home["en"], title="Above")
    french = translation(above, home["fr"], title="Dessus")
    return above, page(french)


def of_an_original_elsewhere(home):
    """The closed page's translation stands above a page whose own one is elsewhere."""
    above = page(home["en"], title="Above")
    below_french = page(translation(above, home["fr"], title="Dessus"))
    return above, translation(below_french, home["ar"])


def of_an_aliased_page(home):
    original = page(home["en"])
    return original, alias(original, home["fr"], update_locale=home["fr"].locale)


def of_an_alias_of_an_alias(home):
    original = page(home["en"])
    first = alias(original, home["en"])
    return original, alias(first, home["fr"], update_locale=home["fr"].locale)


def of_a_translation_of_an_alias(home):
    original = page(home["en"])
    mirror = alias(original, home["en"])
    return original, translation(mirror, home["fr"], slug="mirror")


def of_a_page_below_an_alias(home):
    original = page(home["en"], title="Above")
    mirror = alias(original, home["en"])
    return original, page(mirror)


HOLDERS = [
    own,
    of_a_translation,
    of_an_ancestor,
    of_a_translation_of_an_ancestor,
    of_an_original_elsewhere,
    of_an_aliased_page,
    of_an_alias_of_an_alias,
    of_a_translation_of_an_alias,
    of_a_page_below_an_alias,
]


@pytest.mark.parametrize("arrange", HOLDERS)
def test_a_restriction_holds_for(graphql, site_tree, arrange):
    closed, _shown = arrange(site_tree)
    before = graphql(ASK)
    close(closed)

    after = graphql(ASK)

    assert MARK in before.text
    assert MARK not in after.text


@pytest.mark.parametrize(
    "change",
    [
        {"live": False},
        {"expire_at": timezone.now() - timedelta(seconds=1)},
        {"go_live_at": timezone.now() + timedelta(days=1)},
    ],
    ids=["unpublished", "expired", "not yet"],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_alias_shows_nothing_that_its_original_hides(
    graphql, site_tree, language, change
):
    home = site_tree[language]
    original = page(site_tree["en"])
    alias(original, home, update_locale=home.locale)
    before = graphql(ASK)
    Page.objects.filter(pk=original.pk).update(**change)

    after = graphql(ASK)

    assert before.text.count(MARK) > 1
    assert MARK not in after.text


def test_an_alias_of_a_page_outside_the_site_is_a_page_of_its_own(graphql, site_tree):
    outside = page(Page.get_first_root_node())
    alias(outside, site_tree["en"])

    route = graphql(ASK).data["one"]

    assert route == {"__typename": "PageRoute", "page": {"title": MARK}}
