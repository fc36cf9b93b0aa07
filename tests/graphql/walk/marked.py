"""Things that carry a mark in every text they have."""

from itertools import count
from typing import Any

from wagtail.models import Page

from cms.core.models import CustomDocument, CustomImage
from network.models import Organisation, Person
from tests.factories.media import make_document, make_image

_numbers = count(1)


def new_mark() -> str:
    """Return a word that stands nowhere else, fit for a slug."""
    return f"zqx{next(_numbers)}q"


def marked_page(factory: Any, parent: Page, **fields: Any) -> Page:
    """Make a public page; a `slug` of its own leaves the mark out of its path."""
    mark = new_mark()
    texts = {"title": f"{mark} title", "slug": mark}
    texts |= {"seo_title": f"{mark} seo", "search_description": f"{mark} description"}
    model = factory._meta.model
    for name in ("lead", "cover_alt", "acronym", "issue", "hero_title", "hero_lead"):
        if any(field.name == name for field in model._meta.get_fields()):
            texts[name] = f"{mark} {name}"
    if any(field.name == "body" for field in model._meta.get_fields()):
        texts["body"] = [
            {"type": "heading", "value": {"text": f"{mark} heading", "level": "2"}},
            {"type": "paragraph", "value": f"<p>{mark} paragraph</p>"},
        ]
    page = factory(parent=parent, **{**texts, **fields})
    Page.objects.filter(pk=page.pk).update(draft_title=f"{mark} draft")
    page.mark = mark
    return page


def marked_organisation(locale: Any, **fields: Any) -> Organisation:
    """Make a public organisation."""
    mark = new_mark()
    texts = {
        "slug": mark,
        "name": f"{mark} organisation",
        "acronym": mark,
        "description": f"<p>{mark} description</p>",
        "website": f"https://{mark}.example",
    }
    texts |= {"kind": "TOWN", "locale": locale, **fields}
    organisation = Organisation.objects.create(**texts)
    organisation.mark = mark
    return organisation


def marked_person(locale: Any) -> Person:
    """Make a public person."""
    mark = new_mark()
    texts = {"name": f"{mark} person", "role": f"{mark} role"}
    person = Person.objects.create(locale=locale, email=f"{mark}@example.org", **texts)
    person.mark = mark
    return person


def marked_image() -> CustomImage:
    """Make a public picture; its files are made when it is committed."""
    mark = new_mark()
    texts = {"credit": f"{mark} credit", "licence": f"{mark} licence"}
    image = make_image(
        title=f"{mark} picture",
        size=(8, 8),
        name=f"{mark}.jpg",
        alt_texts={"en": f"{mark} alt"},
        **texts,
    )
    image.mark = mark
    return image


def marked_document() -> CustomDocument:
    """Make a public file."""
    mark = new_mark()
    document = make_document(title=f"{mark} document", name=f"{mark}.pdf")
    document.mark = mark
    return document
