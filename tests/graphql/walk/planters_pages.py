"""Behind the fields of pages, organisations, people and participations."""

from functools import partial
from typing import Any

from cms.core.models import RelatedPage
from network.models import Organisation, PageAuthor, PageContact, Person
from news.models import Section
from projects.models import Participation
from publications.models import PublicationFile
from tests.graphql.walk.marked import (
    marked_organisation,
    marked_person,
)
from tests.graphql.walk.planting import PAGE_KINDS, Planted, World, at, plants


def an_author(world: World, *, kind: str) -> Planted:
    return _person(world, kind, PageAuthor, "authors")


def a_contact(world: World, *, kind: str) -> Planted:
    return _person(world, kind, PageContact, "contacts")


def _person(world: World, kind: str, model: Any, field: str) -> Planted:
    person, page = marked_person(world.locale), world.holder(kind)
    model.objects.create(page=page, person=person, locale=world.locale)
    return Planted(person, (at(page, field),))


def a_related_page(world: World, *, kind: str) -> Planted:
    target, page = world.page(), world.holder(kind)
    RelatedPage.objects.create(page=page, target=target, locale=world.locale)
    return Planted(target, (at(page, "related"),))


def a_cover(world: World, *, kind: str) -> Planted:
    image = world.image
    return Planted(image, (at(world.holder(kind, cover=image), "cover"),))


for _kind in PAGE_KINDS:
    plants(f"{_kind}.authors")(partial(an_author, kind=_kind))
    plants(f"{_kind}.contacts")(partial(a_contact, kind=_kind))
    plants(f"{_kind}.related")(partial(a_related_page, kind=_kind))
    if _kind != "HomePage":
        plants(f"{_kind}.cover")(partial(a_cover, kind=_kind))


@plants("PageInterface.parent", "PageInterface.breadcrumbs", "PageInterface.seo")
def a_page_above(world: World) -> Planted:
    """Its slug is part of its child's path, as Wagtail serves it; its texts are not."""
    target = world.page("StandardPage", slug="above")
    child = world.below(target, "StandardPage", slug="child", title="Child")
    child.lead = child.seo_title = child.search_description = ""
    child.save()
    fields = ("parent", "breadcrumbs", "seo | jsonLd")
    return Planted(target, tuple(f"page(id: {child.pk}) | {name}" for name in fields))


@plants("PageInterface.children")
def a_page_below(world: World) -> Planted:
    page = world.holder("StandardPage")
    target = world.below(page, "StandardPage")
    return Planted(target, (f"page(id: {page.pk}) | children",))


@plants("PageInterface.translations", "Seo.alternates", "Alternate.href")
def a_translation(world: World) -> Planted:
    page = world.holder("StandardPage")
    target = world.page("StandardPage", "fr", translation_key=page.translation_key)
    fields = ("translations", "seo | alternates | href")
    return Planted(target, tuple(f"page(id: {page.pk}) | {name}" for name in fields))


@plants("Seo.openGraph", "OpenGraph.image")
def a_social_image(world: World) -> Planted:
    image = world.image
    page = world.holder("NewsPage", social_image=image)
    return Planted(image, (f"page(id: {page.pk}) | seo | openGraph",))


@plants("HomePage.hero", "Hero.picture")
def a_picture_at_the_top(world: World) -> Planted:
    image = world.image
    home = world.holder("HomePage", hero_picture=image)
    return Planted(image, (at(home, "hero"), at(home, "hero", "picture")))


@plants("NewsPage.previous")
def the_item_before(world: World) -> Planted:
    return _neighbour(world, "previous", "2026-01-01")


@plants("NewsPage.next")
def the_item_after(world: World) -> Planted:
    return _neighbour(world, "next", "2026-01-03")


def _neighbour(world: World, side: str, date: str) -> Planted:
    section = Section.objects.create(slug=side, name=side, locale=world.locale)
    page = world.holder("NewsPage", section=section, date="2026-01-02")
    return Planted(world.page(section=section, date=date), (at(page, side),))


@plants("ProjectPage.news", "PageConnection.nodes")
def news_of_a_project(world: World) -> Planted:
    return _of_project(world, "NewsPage", "news")


@plants("ProjectPage.publications")
def a_publication_of_a_project(world: World) -> Planted:
    return _of_project(world, "PublicationPage", "publications")


def _of_project(world: World, kind: str, field: str) -> Planted:
    target, project = world.page(kind), world.holder("ProjectPage")
    target.projects.add(project)
    target.save()
    return Planted(target, (at(project, field),))


@plants("ProjectPage.subprojects")
def a_subproject(world: World) -> Planted:
    project = world.holder("ProjectPage")
    target = world.below(project, "ProjectPage")
    return Planted(target, (at(project, "subprojects"),))


@plants("ProjectPage.participations", "Participation.organisation")
def a_partner(world: World) -> Planted:
    project, town = world.holder("ProjectPage"), marked_organisation(world.locale)
    _take_part(project, town)
    steps = ("participations", "nodes", "organisation")
    return Planted(town, (at(project, *steps),))


@plants(
    "Organisation.projects",
    "Organisation.participations",
    "ParticipationConnection.nodes",
    "Participation.project",
)
def a_project_of_an_organisation(world: World) -> Planted:
    project, town = world.page("ProjectPage"), _town(world, "partner")
    _take_part(project, town)
    root = 'organisation(slug: "partner", locale: "en")'
    fields = ("projects", "participations | nodes | project")
    return Planted(project, tuple(f"{root} | {field}" for field in fields))


def _take_part(project: Any, town: Organisation) -> None:
    Participation.objects.create(
        project=project, organisation=town, locale=project.locale
    )


def _town(world: World, slug: str, **fields: Any) -> Organisation:
    return Organisation.objects.create(
        slug=slug, name="Town", kind="TOWN", locale=world.locale, **fields
    )


@plants("Organisation.logo")
def a_logo(world: World) -> Planted:
    image = world.image
    _town(world, "with-logo", logo=image)
    return Planted(image, ('organisation(slug: "with-logo", locale: "en") | logo',))


@plants("Organisation.description", "RichText.html")
def a_link_in_a_description(world: World) -> Planted:
    page = world.page()
    link = f'<p><a linktype="page" id="{page.pk}">There</a></p>'
    _town(world, "described", description=link)
    root = 'organisation(slug: "described", locale: "en")'
    return Planted(page, (f"{root} | description",))


@plants("Person.organisation")
def whom_an_author_works_for(world: World) -> Planted:
    town = marked_organisation(world.locale)
    return Planted(town, (_author(world, "organisation", organisation=town),))


@plants("Person.portrait")
def an_authors_portrait(world: World) -> Planted:
    image = world.image
    return Planted(image, (_author(world, "portrait", portrait=image),))


def _author(world: World, field: str, **behind: Any) -> str:
    person = Person.objects.create(name="Author", locale=world.locale, **behind)
    page = world.holder("StandardPage")
    PageAuthor.objects.create(page=page, person=person, locale=world.locale)
    return at(page, "authors", field)


@plants("PublicationPage.citation")
def a_cited_author(world: World) -> Planted:
    person, page = marked_person(world.locale), world.holder("PublicationPage")
    PageAuthor.objects.create(page=page, person=person, locale=world.locale)
    return Planted(person, (at(page, "citation"),))


@plants("PublicationPage.collectiveAuthors", "PublicationPage.citation")
def a_collective_author(world: World) -> Planted:
    town, page = marked_organisation(world.locale), world.holder("PublicationPage")
    page.collective_authors.add(town)
    page.save()
    return Planted(town, (at(page, "collectiveAuthors"), at(page, "citation")))


@plants("PublicationPage.files")
def a_file_of_a_publication(world: World) -> Planted:
    document, page = world.document, world.holder("PublicationPage")
    PublicationFile.objects.create(
        publication=page, document=document, locale=world.locale
    )
    return Planted(document, (at(page, "files"),))
