"""Pages without the columns of their types, and with them where an answer shows one.

What a link shows of a page stands in the table that all pages share. The tables of the
types are read for those pages alone of which more is asked, for all of a list at once.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from wagtail.models import Page

from cms.graphql.planner.fields import Fields

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
    found: Page | None = context.batches.load(page, with_types)
    return found or page


def with_types(pages: Sequence[Page]) -> Mapping[int, Page]:
    """Load the columns of many pages' types, with one statement a type."""
    by_model: dict[type[Page], list[int]] = defaultdict(list)
    for page in pages:
        by_model[model_of(page)].append(page.pk)
    found: dict[int, Page] = {}
    for model, ids in by_model.items():
        found.update(model._default_manager.in_bulk(ids))
    for page in pages:
        if page.pk in found:
            found[page.pk].is_fallback = getattr(page, "is_fallback", False)
    return found
