"""Filling pages with their content and publishing them."""

from datetime import UTC, datetime

from wagtail.models import BaseViewRestriction, Page, PageViewRestriction

from cms.demo.content import Item, kind_of
from cms.demo.load import Load
from cms.demo.page_drafts import model_of
from cms.demo.page_fields import fill_common_fields
from cms.demo.page_kinds import FILLERS
from cms.demo.publishing import publish

# What an item may say of its visibility; it is live where it says nothing.
DRAFT, PRIVATE, EXPIRED = "DRAFT", "PRIVATE", "EXPIRED"
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def fill_page(load: Load, item: Item) -> None:
    """Give an empty draft its content, and publish it unless its file forbids."""
    if load.marks.is_finished(item.key):
        return
    page = model_of(item).objects.get(pk=load.marks.need(item.key))
    fill_common_fields(load, item, page)
    if fill := FILLERS.get(kind_of(item.key)):
        fill(load, item, page)
    _publish(page, item.raw.get("state"))
    load.marks.add(item.key, page)


def _publish(page: Page, state: str | None) -> None:
    if state == EXPIRED:
        page.expire_at = LONG_AGO
    revision = page.save_revision()
    if state != DRAFT:
        publish(page, revision)
    if state == PRIVATE:
        PageViewRestriction.objects.create(
            page_id=page.pk, restriction_type=BaseViewRestriction.LOGIN
        )
