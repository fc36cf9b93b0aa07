"""Single changes of the demo, each made as editors make it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)

from cms.core.models import Topic
from home.models import HomePage, Menu, StandardPage
from network.models import Organisation, PageAuthor, Person
from news.models import NewsPage, Section
from projects.models import Participation, ProjectPage
from publications.models import PublicationPage
from tests.factories.pages import NewsPageFactory

Edit = Callable[[], Any]
EDITS: list[Edit] = []
PEER = "/home/projects/peer-to-peer-cooperation/"


def edit(change: Edit) -> Edit:
    """Put a change on the list."""
    EDITS.append(change)
    return change


def page(url_path: str) -> Any:
    """Return a page by its place."""
    return Page.objects.get(url_path=url_path).specific


def first(model: type[Page], language_code: str = "en") -> Any:
    """Return the page that the questions ask for."""
    pages = model.objects.live().filter(locale__language_code=language_code)
    return pages.earliest("pk")


def publish(thing: Any, **columns: Any) -> None:
    """Publish a thing with other values in some columns."""
    for name, value in columns.items():
        setattr(thing, name, value)
    thing.save_revision().publish()


@edit
def change_a_title() -> None:
    publish(first(NewsPage), title="Another title")


@edit
def change_an_original_that_was_translated() -> None:
    """Its French version is stale from now on."""
    publish(page("/home/news/agenda-2030/"), lead="Said anew.")


@edit
def change_a_date() -> None:
    publish(first(PublicationPage), date=date(2024, 2, 29))


@edit
def change_a_slug() -> None:
    publish(first(ProjectPage), slug="renamed")


@edit
def change_a_slug_above() -> None:
    publish(page("/home/news/"), slug="announcements")


@edit
def unpublish_an_item() -> None:
    NewsPage.objects.live().filter(locale__language_code="en").latest(
        "date"
    ).unpublish()


@edit
def unpublish_a_page_above() -> None:
    page(PEER).unpublish()


@edit
def unpublish_what_a_menu_leads_to() -> None:
    page("/home/about/").unpublish()


@edit
def publish_a_draft() -> None:
    drafts = NewsPage.objects.filter(live=False, locale__language_code="en")
    publish(drafts.filter(go_live_at=None).earliest("pk"))


@edit
def publish_a_translation() -> None:
    original = page("/home/projects/bridges-of-trust/")
    locale = Locale.objects.get(language_code="ar")
    publish(original.copy_for_translation(locale, copy_parents=True).specific)


@edit
def add_an_author() -> None:
    item = first(NewsPage)
    item.page_authors.add(PageAuthor(person=Person.objects.latest("pk")))
    publish(item)


@edit
def name_a_project_in_a_news_item() -> None:
    item = NewsPage.objects.live().filter(locale__language_code="en").latest("pk")
    publish(item, projects=[first(ProjectPage)])


@edit
def add_a_partner() -> None:
    project = first(ProjectPage)
    partner = Organisation.objects.filter(locale=project.locale).latest("pk")
    project.participations.add(Participation(organisation=partner, role="LEAD"))
    publish(project)


@edit
def take_platforma_out_of_a_project() -> None:
    parts = Participation.objects.filter(
        organisation__slug="platforma", project__locale__language_code="en"
    )
    project = parts.earliest("pk").project
    kept = [row for row in project.participations.all() if row.pk != parts[0].pk]
    publish(project, participations=kept)


@edit
def describe_a_picture_otherwise() -> None:
    image = first(NewsPage).cover
    image.alt_texts = {"en": "Something else", "fr": "Autre chose"}
    image.credit = "Photo: somebody else"
    image.save()


@edit
def name_a_file_otherwise() -> None:
    file = first(PublicationPage).files.first().document
    file.title = "Another file"
    file.save()


@edit
def name_a_term_otherwise() -> None:
    term = Topic.objects.filter(locale__language_code="en").earliest("pk")
    term.name = "Another subject"
    term.save()


@edit
def put_a_section_below_another() -> None:
    shown = first(NewsPage).section
    above = Section(slug="above", name="Above", locale=shown.locale)
    above.save()
    shown.parent = above
    shown.save()


@edit
def change_a_menu_entry() -> None:
    menu = Menu.objects.get(name="main", locale__language_code="fr")
    menu.entries[0].value["label"] = "Autrement"
    menu.save()


@edit
def change_an_organisation() -> None:
    found = Organisation.objects.get(slug="platforma", locale__language_code="en")
    publish(found, name="The Platform")


@edit
def change_a_person() -> None:
    person = PageAuthor.objects.filter(page=first(NewsPage)).first()
    person = person.person if person else Person.objects.earliest("pk")
    publish(person, role="Somebody else")


@edit
def move_a_page_up() -> None:
    page(f"{PEER}nicosia-initiative/").move(page("/home/projects/"), pos="first-child")


@edit
def order_pages_otherwise() -> None:
    siblings = page("/home/news/").get_children()
    siblings.last().move(siblings.first(), pos="left")


@edit
def delete_a_page_with_all_below() -> None:
    page(PEER).delete()


@edit
def add_a_page_at_a_missing_path() -> None:
    NewsPageFactory(parent=page("/home/news/"), title="New", slug="no-such-item")


@edit
def send_a_missing_path_elsewhere() -> None:
    Redirect.objects.create(
        old_path="/en/news/no-such-item", redirect_page=first(NewsPage)
    )


@edit
def restrict_a_page() -> None:
    PageViewRestriction.objects.create(
        page=page("/home/news/"), restriction_type="login"
    )


@edit
def lift_a_restriction() -> None:
    PageViewRestriction.objects.all().delete()


@edit
def translate_something_into_what_is_restricted() -> None:
    """What is closed is closed in all languages."""
    original = first(StandardPage)
    page("/home/demo-members-only/").add_child(
        instance=StandardPage(
            title="Closed with it",
            slug="closed-with-it",
            locale=Locale.objects.create(language_code="mt"),
            translation_key=original.translation_key,
        )
    )


@edit
def move_a_page_into_what_is_restricted() -> None:
    page("/home/awards/").move(page("/home/demo-members-only/"), pos="last-child")


@edit
def move_a_file_into_a_private_collection() -> None:
    private = Collection.get_first_root_node().add_child(name="Closed")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type="login"
    )
    file = first(PublicationPage).files.first().document
    file.collection = private
    file.save()


@edit
def hide_what_an_alias_shows() -> None:
    Page.objects.get(aliases__slug="demo-alias-contact").specific.unpublish()


@edit
def add_a_language() -> None:
    locale = Locale.objects.create(language_code="mt")
    first(HomePage).copy_for_translation(locale).specific.save_revision().publish()


@edit
def begin_the_site_elsewhere() -> None:
    site = Site.objects.get(is_default_site=True)
    site.root_page = page("/home/about/")
    site.save()
