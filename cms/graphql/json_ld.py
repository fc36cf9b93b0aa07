"""schema.org data of a page, as JSON that a script element can hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cms.core.languages import bcp47
from cms.core.publicpaths import address
from cms.graphql import loaders

if TYPE_CHECKING:
    from cms.graphql.seo import SeoSubject

TYPES = {
    "HomePage": "WebSite",
    "NewsPage": "NewsArticle",
    "ProjectPage": "Project",
    "PublicationPage": "Report",
}
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def script(subject: SeoSubject, image_url: str | None) -> str:
    """Return the JSON text; it cannot end the script element that it stands in."""
    graph = [_thing(subject, image_url), _breadcrumbs(subject)]
    data = {
        "@context": "https://schema.org",
        "@graph": [part for part in graph if part],
    }
    return json.dumps(data, ensure_ascii=False).translate(ESCAPES)


def _thing(subject: SeoSubject, image_url: str | None) -> dict[str, Any]:
    page, context = subject.page, subject.context
    name = TYPES.get(type(page).__name__, "WebPage")
    published, changed = page.first_published_at, page.last_published_at
    thing = {
        "@type": name,
        "headline" if name in ("NewsArticle", "Report") else "name": subject.title,
        "description": subject.description,
        "url": subject.canonical_url,
        "inLanguage": None
        if name == "Project"
        else bcp47(context.code_of(page.locale_id)),
        "datePublished": _date(page, published) if name != "Project" else None,
        "dateModified": changed.isoformat() if changed and name != "Project" else None,
        "image": image_url,
    }
    return {key: value for key, value in thing.items() if value}


def _date(page: Any, published: Any) -> str | None:
    if hasattr(page, "date"):
        return page.date.isoformat()
    return published.isoformat() if published else None


def _breadcrumbs(subject: SeoSubject) -> dict[str, Any] | None:
    context = subject.context
    above = context.batches.load(subject.page, loaders.ancestors, context)
    if not above:
        return None
    trail = [*above, subject.page]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": page.title,
                "item": address(context.gate.path_of(page) or "/"),
            }
            for place, page in enumerate(trail, start=1)
        ],
    }
