"""Pages without the columns of their types, and with them where an answer shows one.

What a link shows of a page stands in the table that all pages share. The tables of the
types are read for those pages alone of which more is asked, for all of a list at once.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from wagtail.models import Page

from cms.graphql.planner.columns import Columns, columns_of
from cms.graphql.planner.fields import Fields
from cms.graphql.planner.remembered import among_ids, remembered

# Fields of the page interface, and of what else is told of pages, whose resolvers read
# no column of a type.
SHARED = frozenset(
    {
        *("__typename", "id", "title", "slug", "path", "url", "urlPath", "locale"),
        *("contentType", "pageType", "isFallback", "isStale", "firstPublishedAt"),
        *("lastPublishedAt", "breadcrumbs", "translations", "parent", "children"),
    }
)


def model_of(page: Page) -> type[Page]:
    """Return a page's type, whether its columns have been loaded or not."""
    if type(page) is not Page:
        return type(page)
    return page.specific_class or Page


def whole(page: Page, fields: Fields, context: Any) -> Page:
    """Return a page with what the fields read of it."""
    if fields.names <= SHARED:
        return page
    model = model_of(page)
    if fields.columns is None:
        fields.columns = columns_of(model, fields)
    found: Page | None = context.batches.load(page, of_type, model, *fields.columns)
    return found or page


def with_types(pages: Sequence[Page]) -> Mapping[int, Page]:
    """Load the columns of many pages' types, with one statement a type."""
    found: dict[int, Page] = {}
    for model in {model_of(page) for page in pages}:
        found.update(of_type(pages, model))
    return found


def of_type(
    pages: Sequence[Page],
    model: type[Page],
    joined: Columns = (),
    left_out: Columns = (),
) -> Mapping[int, Page]:
    """Load the pages of one type: references to load along, streams to leave behind."""
    fallbacks = {
        page.pk: getattr(page, "is_fallback", False)
        for page in pages
        if model_of(page) is model
    }

    def compose() -> Any:
        rows = model._default_manager.filter(among_ids("pk")).defer(*left_out)
        return rows.select_related(*joined) if joined else rows

    statement = remembered(("whole", model, joined, left_out), compose)
    found = {page.pk: page for page in statement.load(fallbacks)}
    for pk, page in found.items():
        page.is_fallback = fallbacks[pk]
    return found
