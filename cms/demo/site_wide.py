"""Menus, texts of the whole site, and redirects."""

from django.db import transaction
from wagtail.contrib.redirects.models import Redirect

from cms.demo.blocks import BlockWriter
from cms.demo.content import Item, key_of
from cms.demo.load import Load
from cms.demo.places import SITE_KEY
from cms.demo.progress import counted
from cms.demo.texts import say
from home.models import Menu, SiteTexts


def make_menu(load: Load, item: Item) -> None:
    """Make a menu."""
    if load.marks.is_made(item.key):
        return
    menu = Menu(
        site_id=load.marks.need(SITE_KEY),
        locale=load.locale_of(item),
        name=item.raw["name"],
        entries=BlockWriter(load, item).menu(item.raw["entries"]),
    )
    menu.full_clean()
    menu.save()
    load.marks.add(item.key, menu)


def make_site_texts(load: Load, item: Item) -> None:
    """Make the texts that every page shows."""
    if load.marks.is_made(item.key):
        return
    raw, notice = item.raw, item.raw["funding_notice"]
    writer = BlockWriter(load, item)
    texts = SiteTexts(
        site_id=load.marks.need(SITE_KEY),
        locale=load.locale_of(item),
        name=item.text("name"),
        tagline=item.text("tagline"),
        address="\n".join(raw["contact"]["address_lines"]),
        email=raw["contact"]["email"],
        phone=raw["contact"]["phone"],
        social=[writer.child("account", dict(account)) for account in raw["social"]],
        funder_id=load.marks.pk(f"organisation:{notice['funder']}"),
        funding_statement=say(notice["statement"], item.original),
        funding_disclaimer=say(notice["disclaimer"], item.original),
    )
    texts.full_clean()
    texts.save()
    load.marks.add(item.key, texts)


@transaction.atomic
def make_redirects(load: Load) -> None:
    """Lead old paths to pages."""
    for raw in counted(load.progress, "Redirects", load.content.redirects):
        key, page = f"redirect:{raw['from']}", load.marks.pk(key_of(raw["to"]))
        if load.marks.is_made(key) or page is None:
            continue
        redirect = Redirect.objects.create(
            old_path=Redirect.normalise_path(raw["from"]),
            site_id=load.marks.need(SITE_KEY),
            redirect_page_id=page,
            is_permanent=raw["permanent"],
        )
        load.marks.add(key, redirect)
