"""Behind the blocks of bodies, menus and the texts of a site."""

from functools import partial
from typing import Any

from home.models import Menu, SiteTexts
from tests.graphql.walk.marked import (
    marked_organisation,
)
from tests.graphql.walk.planting import PAGE_KINDS, Planted, World, at, plants


def item(value: Any) -> dict[str, Any]:
    return {"type": "item", "id": "1", "value": value}


def link(**target: Any) -> dict[str, Any]:
    return {"label": "There", "page": None, "document": None, "url": "", **target}


def page_link(page: Any) -> str:
    return f'<p><a linktype="page" id="{page.pk}">There</a></p>'


def document_link(document: Any) -> str:
    return f'<p><a linktype="document" id="{document.pk}">There</a></p>'


def in_body(world: World, kind: str, value: Any, *steps: str) -> str:
    """Put a block into a body; return the path to what stands in it."""
    page = world.holder("StandardPage", body=[{"type": kind, "value": value}])
    return at(page, "body", *steps)


def a_page_in_the_body(world: World, *, kind: str) -> Planted:
    target = world.page()
    block = {"title": "", "pages": [item(target.pk)]}
    body = [{"type": "related_pages", "value": block}]
    page = world.holder(kind, body=body)
    steps = ("body", "... on RelatedPagesBlock", "pages")
    return Planted(target, (at(page, *steps),))


for _kind in PAGE_KINDS:
    plants(f"{_kind}.body")(partial(a_page_in_the_body, kind=_kind))
plants("RelatedPagesBlock.pages")(partial(a_page_in_the_body, kind="StandardPage"))


@plants("ParagraphBlock.html")
def a_page_linked_in_a_text(world: World) -> Planted:
    page = world.page()
    steps = ("... on ParagraphBlock", "html")
    return Planted(page, (in_body(world, "paragraph", page_link(page), *steps),))


@plants("ParagraphBlock.html")
def a_file_linked_in_a_text(world: World) -> Planted:
    file = world.document
    steps = ("... on ParagraphBlock", "html")
    return Planted(file, (in_body(world, "paragraph", document_link(file), *steps),))


@plants("ParagraphBlock.html")
def a_picture_in_a_text(world: World) -> Planted:
    embed = f'<embed embedtype="image" id="{world.image.pk}"/>'
    steps = ("... on ParagraphBlock", "html")
    return Planted(world.image, (in_body(world, "paragraph", embed, *steps),))


RICH_ITEMS = {
    "StepsBlock.steps": ("steps", lambda html: {"title": "Step", "text": html}),
    "QuestionsBlock.questions": (
        "questions",
        lambda html: {"question": "Why?", "answer": html},
    ),
    "FactBoxBlock.items": ("fact_box", lambda html: html),
    "ChecklistBlock.items": ("checklist", lambda html: html),
}
ITEM_TYPES = {"StepsBlock.steps": "Step", "QuestionsBlock.questions": "Question"}


def a_page_linked_in_an_item(world: World, *, key: str) -> Planted:
    page = world.page()
    kind, make = RICH_ITEMS[key]
    block, name = key.split(".")
    value = {"title": "", "addressee": "", name: [item(make(page_link(page)))]}
    return Planted(page, (in_body(world, kind, value, f"... on {block}", name),))


for _key in RICH_ITEMS:
    _item = f"{ITEM_TYPES.get(_key, 'RichItem')}.html"
    plants(_key, _item)(partial(a_page_linked_in_an_item, key=_key))


@plants("LinksBlock.links", "Link.page", "Link.href")
def a_page_in_a_link(world: World) -> Planted:
    page = world.page()
    return Planted(page, _links(world, link(page=page.pk), "page", "href"))


@plants("Link.document", "Link.href")
def a_file_in_a_link(world: World) -> Planted:
    file = world.document
    return Planted(file, _links(world, link(document=file.pk), "document", "href"))


def _links(world: World, value: dict[str, Any], *fields: str) -> tuple[str, ...]:
    path = in_body(
        world, "links", {"links": [item(value)]}, "... on LinksBlock", "links"
    )
    return tuple(f"{path} | {field}" for field in fields)


@plants("DocumentsBlock.documents")
def a_file_in_the_body(world: World) -> Planted:
    file = world.document
    value = {"documents": [item(file.pk)]}
    steps = ("... on DocumentsBlock", "documents")
    return Planted(file, (in_body(world, "documents", value, *steps),))


@plants("PictureBlock.picture")
def a_picture_in_the_body(world: World) -> Planted:
    image = world.image
    value = {"image": image.pk, "alt": "", "decorative": False, "caption": ""}
    steps = ("... on PictureBlock", "picture")
    return Planted(image, (in_body(world, "picture", value, *steps),))


@plants("FundingBlock.funder")
def a_funder_in_the_body(world: World) -> Planted:
    town = marked_organisation(world.locale)
    value = {"funder": town.pk, "statement": "Funded", "disclaimer": ""}
    steps = ("... on FundingBlock", "funder")
    return Planted(town, (in_body(world, "funding", value, *steps),))


@plants("Hero.links")
def a_link_at_the_top(world: World) -> Planted:
    page = world.page()
    block = {"type": "link", "value": link(page=page.pk)}
    home = world.holder("HomePage", "fr", hero_links=[block])
    return Planted(page, (at(home, "hero", "links"),))


@plants("SiteTexts.menu", "MenuEntry.page", "MenuEntry.href")
def a_page_in_a_menu(world: World) -> Planted:
    page = world.page()
    return Planted(page, _menu(world, link(page=page.pk), "page", "href"))


@plants("MenuEntry.document")
def a_file_in_a_menu(world: World) -> Planted:
    file = world.document
    return Planted(file, _menu(world, link(document=file.pk), "document", "href"))


@plants("MenuEntry.children")
def a_page_below_an_entry(world: World) -> Planted:
    page = world.page()
    below = [item(link(page=page.pk))]
    entry = {**link(url="https://example.org"), "children": below}
    return Planted(page, _menu(world, entry, "children", "children | page"))


def _menu(world: World, entry: dict[str, Any], *fields: str) -> tuple[str, ...]:
    SiteTexts.objects.get_or_create(
        site=world.tree.site, locale=world.locale, defaults={"name": "Site"}
    )
    name = f"menu-{next(world.numbers)}"
    Menu.objects.create(
        site=world.tree.site,
        name=name,
        locale=world.locale,
        entries=[{"type": "entry", "value": {"children": [], **entry}}],
    )
    root = f'site(locale: "en") | menu(name: "{name}")'
    return tuple(f"{root} | {field}" for field in fields)


@plants("Query.site", "SiteTexts.fundingNotice", "FundingNotice.funder")
def a_funder_of_the_site(world: World) -> Planted:
    town = marked_organisation(world.locale)
    SiteTexts.objects.create(
        site=world.tree.site,
        name="Site",
        locale=world.tree["fr"].locale,
        funder=town,
        funding_statement="Funded",
    )
    return Planted(town, ('site(locale: "fr") | fundingNotice | funder',))
