"""The fields that only pages of one kind have."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cms.demo.blocks import BlockWriter
from cms.demo.content import Item
from cms.demo.documents import document_key
from cms.demo.load import Load
from cms.demo.page_fields import pks, present, rows
from cms.demo.picture_list import picture_key
from home.models import HomePage
from network.models import Organisation
from news.models import NewsPage
from projects.models import Participation, ProjectPage
from publications.models import PublicationFile, PublicationPage


def fill_home(load: Load, item: Item, page: HomePage) -> None:
    """Fill the top of the home page."""
    hero = item.raw["hero"]
    page.hero_title = hero["title"][item.original]
    page.hero_lead = hero["lead"][item.original]
    page.hero_picture_id = load.marks.pk(picture_key(hero["picture"]))
    links: Any = BlockWriter(load, item, "hero_links").links("link", hero["links"])
    page.hero_links = links


def fill_news(load: Load, item: Item, page: NewsPage) -> None:
    """Fill when and of what it is news."""
    page.date = _day(item)
    page.section_id = load.marks.pk(f"section:{item.raw['section']}")
    projects = pks(load, item, "projects", "project")
    page.projects = list(ProjectPage.objects.filter(pk__in=projects))


def fill_project(load: Load, item: Item, page: ProjectPage) -> None:
    """Fill the facts of a project."""
    raw, budget = item.raw, item.raw.get("budget") or {}
    page.acronym = raw.get("acronym") or ""
    page.status = raw["status"]
    page.start_date = str(raw.get("start_date") or "")
    page.end_date = str(raw.get("end_date") or "")
    page.website = raw.get("website") or ""
    page.country_codes = list(raw.get("countries") or [])
    page.budget_amount = _decimal(budget.get("amount"))
    page.budget_currency = budget.get("currency") or "EUR"
    page.cofunding_percent = _decimal(budget.get("cofunding_percent"))
    page.participations = [
        _participation(load, page, place, part)
        for place, part in enumerate(raw.get("participations") or [])
        if load.marks.pk(f"organisation:{part['organisation']}")
    ]


def fill_publication(load: Load, item: Item, page: PublicationPage) -> None:
    """Fill the facts of a publication, and its files."""
    raw = item.raw
    page.kind = raw["kind"]
    page.date = _day(item)
    page.series_id = load.marks.pk(f"series:{raw['series']}") if raw["series"] else None
    page.issue = str(raw.get("issue") or "")
    page.doi = raw.get("doi") or ""
    page.isbn = raw.get("isbn") or ""
    writers = pks(load, item, "collective_authors", "organisation")
    page.collective_authors = list(Organisation.objects.filter(pk__in=writers))
    projects = pks(load, item, "projects", "project")
    page.projects = list(ProjectPage.objects.filter(pk__in=projects))
    keys = [document_key(item, file) for file in raw.get("files") or []]
    page.files = rows(page, PublicationFile, "document_id", present(load, keys))


def _participation(
    load: Load, page: ProjectPage, place: int, part: Mapping[str, Any]
) -> Participation:
    return Participation(
        organisation_id=load.marks.need(f"organisation:{part['organisation']}"),
        role=part["role"],
        since=str(part.get("since") or ""),
        sort_order=place,
        locale_id=page.locale_id,
    )


def _day(item: Item) -> date:
    return date.fromisoformat(str(item.raw["date"]))


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


FILLERS: Mapping[str, Callable[[Load, Item, Any], None]] = {
    "home": fill_home,
    "news": fill_news,
    "project": fill_project,
    "publication": fill_publication,
}
