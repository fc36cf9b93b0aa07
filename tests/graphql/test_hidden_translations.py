"""Where a translation is hidden, readers get the original; where that is, nothing."""

import pytest

from network.models import Organisation, PageAuthor, Person
from projects.models import Participation
from tests.factories.pages import (
    ProjectIndexPageFactory,
    ProjectPageFactory,
    StandardPageFactory,
)

AUTHORS = """{ page(slug: "texte", locale: "fr") {
    ... on StandardPage { authors { name organisation { name } } } } }"""
PARTS = """{ projectPages(locale: "fr") { nodes { participations {
    totalCount nodes { organisation { name locale { code } } } } } }
  organisation(slug: "town", locale: "fr") { name }
  organisations(locale: "fr", fallback: ["en"]) { nodes { name } } }"""


def versions(model, english, french, tree, **fields):
    """Make a snippet in English and in French; return the English one."""
    original = model.objects.create(locale=tree["en"].locale, **english, **fields)
    model.objects.create(
        locale=tree["fr"].locale,
        translation_key=original.translation_key,
        **french,
        **fields,
    )
    return original


STATES = [
    (True, True, "Ville"),
    (True, False, "Town"),
    (False, True, "Ville"),
    (False, False, None),
]


@pytest.mark.parametrize(("original", "translation", "shown"), STATES)
def test_a_person_and_an_employer_in_the_pages_language(
    graphql, site_tree, original, translation, shown
):
    names = [
        {"name": "Town", "live": original},
        {"name": "Ville", "live": translation},
    ]
    town = versions(Organisation, *names, site_tree, slug="town", kind="TOWN")
    author = Person.objects.create(
        name="Author", organisation=town, locale=site_tree["fr"].locale
    )
    page = StandardPageFactory(parent=site_tree["fr"], slug="texte")
    for person in (author, versions(Person, *names, site_tree)):
        PageAuthor.objects.create(page=page, person=person, locale=page.locale)

    authors = graphql(AUTHORS).data["page"]["authors"]

    employer = {"name": shown} if shown else None
    assert authors[0] == {"name": "Author", "organisation": employer}
    assert [person["name"] for person in authors[1:]] == ([shown] if shown else [])


@pytest.mark.parametrize(("original", "translation", "shown"), STATES)
def test_a_partner_in_the_projects_language(
    graphql, site_tree, original, translation, shown
):
    names = [
        {"name": "Town", "live": original},
        {"name": "Ville", "live": translation},
    ]
    town = versions(Organisation, *names, site_tree, slug="town", kind="TOWN")
    projects = ProjectIndexPageFactory(parent=site_tree["fr"])
    project = ProjectPageFactory(parent=projects)
    Participation.objects.create(
        project=project, organisation=town, locale=project.locale
    )

    data = graphql(PARTS).data

    parts = data["projectPages"]["nodes"][0]["participations"]
    assert parts["totalCount"] == len(parts["nodes"]) == bool(shown)
    assert [one["organisation"]["name"] for one in parts["nodes"]] == (
        [shown] if shown else []
    )
    assert data["organisation"] == ({"name": "Ville"} if translation else None)
    listed = [node["name"] for node in data["organisations"]["nodes"]]
    assert listed == ([shown] if shown else [])


@pytest.mark.parametrize("path", ["/en/hidden/", "/en/HIDDEN", "/en/hidden/x/"])
def test_the_plain_view_shows_nothing_of_a_hidden_page(client, site_tree, path):
    StandardPageFactory(
        parent=site_tree["en"], title="SECRET", slug="hidden", live=False
    )

    response = client.get(path)

    assert response.status_code == 404
    assert b"SECRET" not in response.content
