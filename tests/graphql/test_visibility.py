"""Nothing unpublished leaves, behind whatever edge it stands.

Each hidden thing carries the word SECRET in every text; no answer may hold it.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from cms.core.models import RelatedPage
from home.models import Menu, SiteTexts
from network.models import (
    Organisation,
    OrganisationKind,
    PageAuthor,
    PageContact,
    Person,
)
from news.models import NewsPage
from projects.models import Participation
from publications.models import PublicationFile
from tests.api_settings import api_settings
from tests.factories.media import make_document, make_image
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
    PublicationIndexPageFactory,
    PublicationPageFactory,
    StandardPageFactory,
)

SECRET = "SECRET"


@pytest.fixture(autouse=True)
def without_cost_limit() -> Iterator[None]:
    """The question asks for everything at once, far beyond what a reader may."""
    with override_settings(CMS_API=api_settings(MAX_COST=10**9)):
        yield


def unpublish(page: Page) -> None:
    page.live = False
    page.save()


def expire(page: Page) -> None:
    page.expire_at = timezone.now() - timedelta(seconds=1)
    page.save()


def not_yet(page: Page) -> None:
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save()


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


HIDINGS = [unpublish, expire, not_yet, restrict]


@pytest.fixture
def everything(site_tree):
    """A site with a list of news, of projects and of publications."""
    home = site_tree["en"]
    news = NewsIndexPageFactory(parent=home)
    projects = ProjectIndexPageFactory(parent=home)
    publications = PublicationIndexPageFactory(parent=home)
    return news, projects, publications


PAGE_EDGES = """
    title path url urlPath slug
    seo { title description canonicalUrl alternates { href } jsonLd
          openGraph { title description image { alt url } } }
    breadcrumbs { title path }
    translations { title path }
    parent { title }
    children { title path children { title } }
"""
ASK_EVERYTHING = f"""
query Everything($path: String!, $old: String!) {{
  route(path: $path) {{ ...R }}
  old: route(path: $old) {{ ...R }}
  paths(first: 100) {{ totalCount nodes {{ path }} }}
  pages(limit: 100) {{ {PAGE_EDGES} }}
  newsPages(locale: "en", first: 100) {{
    totalCount facets {{ values {{ value label count }} }}
    nodes {{ {PAGE_EDGES} previous {{ title }} next {{ title }} related {{ title }}
             authors {{ name }} contacts {{ name }} body {{ ...B }} }}
  }}
  projectPages(locale: "en", first: 100) {{
    totalCount facets {{ values {{ value label count }} }}
    nodes {{ title news {{ totalCount nodes {{ title }} }}
             publications {{ totalCount nodes {{ title }} }}
             subprojects {{ totalCount nodes {{ title }} }}
             participations {{ totalCount nodes {{ organisation {{ name }} }} }} }}
  }}
  publicationPages(locale: "en", first: 100) {{
    totalCount facets {{ values {{ value label count }} }}
    nodes {{ title related {{ title }} citation {{ text bibtex ris }} files {{ title }}
             collectiveAuthors {{ name }} }}
  }}
  organisations(locale: "en", first: 100) {{
    totalCount facets {{ values {{ value label count }} }}
    nodes {{ name projects {{ totalCount nodes {{ title }} }}
             participations {{ totalCount nodes {{ project {{ title }} }} }} }}
  }}
  search(text: "{SECRET}", locale: "en", first: 100) {{
    totalCount nodes {{ page {{ title }} }}
  }}
  site(locale: "en") {{
    menu(name: "main") {{ label href page {{ title }}
                          children {{ label page {{ title }} }} }}
    fundingNotice {{ funder {{ name }} }}
  }}
}}
fragment R on Route {{
  __typename
  ... on PageRoute {{ page {{ {PAGE_EDGES} }} }}
  ... on RedirectRoute {{ location }}
  ... on NotFoundRoute {{ suggestions {{ title }} }}
}}
fragment B on StreamFieldInterface {{
  ... on ParagraphBlock {{ html }}
  ... on RelatedPagesBlock {{ pages {{ title }} }}
  ... on LinksBlock {{ links {{ href page {{ title }} document {{ title url }} }} }}
  ... on DocumentsBlock {{ documents {{ title url }} }}
  ... on PictureBlock {{ picture {{ alt title credit
                                   sources(preset: CARD) {{ srcset }} }} }}
  ... on FundingBlock {{ funder {{ name }} }}
}}
"""


def assert_hidden(graphql, path="/en/news/secret/", old="/en/old/") -> None:
    answer = graphql(ASK_EVERYTHING, path=path, old=old)
    assert answer.data["newsPages"]["nodes"], "the visible item must be there"
    assert SECRET not in answer.text
    assert "secret" not in answer.text


def referring_body(target: Page) -> list[dict]:
    link = f'<p>See <a linktype="page" id="{target.pk}">there</a>.</p>'
    return [
        {"type": "paragraph", "value": link},
        {
            "type": "related_pages",
            "value": {
                "title": "",
                "pages": [{"type": "item", "value": target.pk, "id": "1"}],
            },
        },
        {
            "type": "links",
            "value": {
                "links": [
                    {
                        "type": "item",
                        "id": "2",
                        "value": {
                            "label": "There",
                            "page": target.pk,
                            "document": None,
                            "url": "",
                        },
                    }
                ]
            },
        },
    ]


def test_the_question_would_show_what_is_visible(graphql, everything):
    news, *_others = everything
    target = NewsPageFactory(parent=news, title=SECRET, slug="secret")
    NewsPageFactory(parent=news, title="Open", body=referring_body(target))

    answer = graphql(ASK_EVERYTHING, path="/en/news/secret/", old="/en/old/")

    assert answer.text.count(SECRET) > 10


def menu_entries(target) -> list[dict]:
    """Return an entry of a menu that leads to a page, with one below it that does."""
    there = {"page": target.pk, "document": None, "url": ""}
    below = {"type": "item", "id": "1", "value": {"label": "Below", **there}}
    value = {"label": "There", **there, "children": [below]}
    return [{"type": "entry", "value": value}]


@pytest.mark.parametrize("hide", HIDINGS)
def test_a_hidden_news_item_is_nowhere(graphql, site_tree, everything, hide: Callable):
    news, projects, publications = everything
    target = NewsPageFactory(
        parent=news, title=SECRET, slug="secret", lead=SECRET, date="2026-01-02"
    )
    project = ProjectPageFactory(parent=projects, title="Open project")
    target.projects.add(project)
    target.save()
    visible = NewsPageFactory(
        parent=news, title="Open", date="2026-01-01", body=referring_body(target)
    )
    NewsPageFactory(parent=news, title="Later", date="2026-01-03")
    RelatedPage.objects.create(
        page=visible, target=target, locale=visible.locale, sort_order=0
    )
    publication = PublicationPageFactory(parent=publications, title="Paper")
    RelatedPage.objects.create(
        page=publication, target=target, locale=visible.locale, sort_order=0
    )
    Redirect.objects.create(old_path="/en/old", redirect_page=target)
    Menu.objects.create(
        site=site_tree.site,
        name="main",
        locale=visible.locale,
        entries=menu_entries(target),
    )
    SiteTexts.objects.create(site=site_tree.site, name="Site", locale=visible.locale)
    hide(target)

    assert_hidden(graphql)


@pytest.mark.parametrize("hide", HIDINGS)
def test_a_hidden_project_is_nowhere(graphql, everything, hide: Callable):
    news, projects, _publications = everything
    parent = ProjectPageFactory(parent=projects, title="Programme")
    target = ProjectPageFactory(parent=parent, title=SECRET, slug="secret", lead=SECRET)
    visible = NewsPageFactory(parent=news, title="Open", body=referring_body(target))
    visible.projects.add(target)
    visible.save()
    town = Organisation.objects.create(
        slug="town", name="Town", kind=OrganisationKind.TOWN, locale=visible.locale
    )
    Participation.objects.create(
        project=target, organisation=town, locale=visible.locale, role="LEAD"
    )
    hide(target)

    assert_hidden(graphql, path="/en/projects/programme/secret/")


@pytest.mark.parametrize("hide", HIDINGS)
def test_a_hidden_publication_is_nowhere(graphql, everything, hide: Callable):
    news, projects, publications = everything
    target = PublicationPageFactory(
        parent=publications, title=SECRET, slug="secret", lead=SECRET
    )
    project = ProjectPageFactory(parent=projects)
    target.projects.add(project)
    target.save()
    NewsPageFactory(parent=news, title="Open", body=referring_body(target))
    hide(target)

    assert_hidden(graphql, path="/en/publications/secret/")


@pytest.mark.parametrize("hide", HIDINGS)
def test_a_hidden_parent_is_not_revealed_by_its_child(
    graphql, everything, hide: Callable
):
    news, *_others = everything
    NewsPageFactory(parent=news, title="Open")
    section = StandardPageFactory(parent=news.get_parent(), title=SECRET, slug="secret")
    StandardPageFactory(parent=section, title="Child", slug="child")
    hide(section)

    answer = graphql(ASK_EVERYTHING, path="/en/secret/child/", old="/en/old/")

    assert SECRET not in answer.text


@pytest.mark.parametrize("hide", [unpublish, expire, not_yet])
def test_a_hidden_organisation_is_nowhere(graphql, everything, hide: Callable):
    news, projects, publications = everything
    visible = NewsPageFactory(parent=news, title="Open")
    locale = visible.locale
    town = Organisation.objects.create(
        slug="secret", name=SECRET, kind=OrganisationKind.TOWN, locale=locale
    )
    project = ProjectPageFactory(parent=projects, title="Open project")
    Participation.objects.create(project=project, organisation=town, locale=locale)
    publication = PublicationPageFactory(parent=publications)
    publication.collective_authors.add(town)
    publication.save()
    visible.body = [
        {
            "type": "funding",
            "value": {"funder": town.pk, "statement": "Funded", "disclaimer": ""},
        }
    ]
    visible.save()
    SiteTexts.objects.create(
        site=news.get_site(), name="Site", locale=locale, funder=town
    )
    hide(town)

    assert_hidden(graphql)


@pytest.mark.parametrize("hide", [unpublish, expire, not_yet])
def test_a_hidden_person_is_nowhere(graphql, everything, hide: Callable):
    news, *_others = everything
    visible = NewsPageFactory(parent=news, title="Open")
    person = Person.objects.create(name=SECRET, locale=visible.locale)
    for model in (PageAuthor, PageContact):
        model.objects.create(page=visible, person=person, locale=visible.locale)
    hide(person)

    assert_hidden(graphql)


ASK_FILES = """{ newsPages(locale: "en") { nodes { cover { alt title }
  seo { openGraph { image { url alt } } jsonLd }
  authors { portrait { title } }
  body { ... on PictureBlock { picture { alt title credit } }
         ... on DocumentsBlock { documents { title url } }
         ... on LinksBlock { links { href document { title } } }
         ... on ParagraphBlock { html } } } }
  publicationPages(locale: "en") {
      nodes { cover { alt } files { title url } } }
  organisations(locale: "en") { nodes { logo { alt title } } } }"""


def body_with_files(image, document) -> list[dict]:
    """Return a body that shows a picture, and a file in every way there is."""
    picture = {"image": image.pk, "alt": "", "decorative": False}
    link = {"label": "File", "page": None, "document": document.pk, "url": ""}
    anchor = f'<p><a linktype="document" id="{document.pk}">File</a></p>'
    of_documents = {"type": "item", "value": document.pk, "id": "1"}
    of_links = {"type": "item", "id": "2", "value": link}
    return [
        {"type": "picture", "value": {**picture, "caption": "", "credit": ""}},
        {"type": "documents", "value": {"documents": [of_documents]}},
        {"type": "links", "value": {"links": [of_links]}},
        {"type": "paragraph", "value": anchor},
    ]


def use_files(news, publications, image, document) -> None:
    """Use a picture and a file in every place that can show one."""
    locale = news.locale
    person = Person.objects.create(name="Open person", portrait=image, locale=locale)
    Organisation.objects.create(
        slug="town", name="Town", kind="TOWN", locale=locale, logo=image
    )
    visible = NewsPageFactory(
        parent=news,
        title="Open",
        cover=image,
        cover_alt="",
        social_image=image,
        body=body_with_files(image, document),
    )
    PageAuthor.objects.create(page=visible, person=person, locale=locale)
    paper = PublicationPageFactory(parent=publications, cover=image)
    PublicationFile.objects.create(publication=paper, document=document, locale=locale)


@pytest.mark.parametrize("below", [False, True], ids=["its own", "an ancestor's"])
def test_files_of_a_private_collection_are_nowhere(graphql, everything, below: bool):
    news, _projects, publications = everything
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type="login"
    )
    collection = private.add_child(name="Below") if below else private
    image = make_image(title=SECRET, collection=collection, credit=SECRET)
    document = make_document(title=SECRET, collection=collection)
    use_files(news, publications, image, document)

    answer = graphql(ASK_FILES)

    assert answer.data["newsPages"]["nodes"][0]["cover"] is None
    assert SECRET not in answer.text
    assert document.url not in answer.text
    assert image.file.name not in answer.text


def test_a_restriction_on_an_original_holds_for_its_translations(graphql, site_tree):
    original = StandardPageFactory(parent=site_tree["en"], title="Original", slug="x")
    StandardPageFactory(
        parent=site_tree["fr"],
        title=SECRET,
        slug="secret",
        translation_key=original.translation_key,
    )
    PageViewRestriction.objects.create(page=original, restriction_type="login")

    answer = graphql(
        """{ route(path: "/fr/secret/") { __typename
                 ... on PageRoute { page { title } } }
             pages(locale: "fr") { title } paths { nodes { path } } }"""
    )

    assert answer.data["route"]["__typename"] == "NotFoundRoute"
    assert SECRET not in answer.text
    assert "secret" not in answer.text


def test_no_other_argument_shows_a_draft(graphql, everything):
    news, *_others = everything
    draft = NewsPageFactory(parent=news, title=SECRET, slug="secret", live=False)

    answer = graphql(
        """query Q($id: ID!) { byId: page(id: $id) { title }
             byPath: page(urlPath: "/news/secret/") { title }
             bySlug: page(slug: "secret") { title } }""",
        id=draft.pk,
    )

    assert answer.data == {"byId": None, "byPath": None, "bySlug": None}


def test_a_new_edit_of_a_live_page_stays_inside(graphql, everything):
    news, *_others = everything
    page = NewsPageFactory(parent=news, title="Open")
    page.title = SECRET
    page.save_revision()

    answer = graphql("{ pages { title } }")

    assert SECRET not in answer.text
    assert NewsPage.objects.get().draft_title == SECRET
