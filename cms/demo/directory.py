"""Organisations and people."""

from cms.demo.content import Item
from cms.demo.load import Load
from cms.demo.publishing import publish
from cms.demo.rich_text import paragraphs
from network.models import Organisation, OrganisationKind, Person


def make_organisation(load: Load, item: Item) -> None:
    """Make and publish an organisation."""
    if load.marks.is_made(item.key):
        return
    raw = item.raw
    organisation = Organisation(
        locale=load.locale_of(item),
        slug=item.slug,
        name=item.text("name"),
        acronym=raw.get("acronym") or "",
        kind=OrganisationKind(raw["kind"]),
        description=paragraphs(raw["description"], item.original),
        country_code=raw.get("country") or "",
        latitude=raw.get("latitude"),
        longitude=raw.get("longitude"),
        website=raw.get("website") or "",
        member_since=raw.get("member_since") or "",
        logo_id=load.marks.pk(f"logo:{item.slug}"),
    )
    _publish(organisation)
    load.marks.add(item.key, organisation)


def make_person(load: Load, item: Item) -> None:
    """Make and publish a person."""
    if load.marks.is_made(item.key):
        return
    raw = item.raw
    person = Person(
        locale=load.locale_of(item),
        name=item.text("name"),
        role=item.text("role"),
        organisation_id=load.marks.pk(f"organisation:{raw['organisation']}"),
        portrait_id=load.marks.pk(f"portrait:{item.slug}"),
        email=raw.get("email") or "",
        phone=raw.get("phone") or "",
    )
    _publish(person)
    load.marks.add(item.key, person)


def _publish(snippet: Organisation | Person) -> None:
    snippet.live = False
    snippet.full_clean()
    snippet.save()
    publish(snippet, snippet.save_revision(clean=False))
