"""Puts the app's part into Wagtail's admin and into the GraphQL schema."""

from wagtail.snippets.models import register_snippet

import publications.schema  # noqa: F401 registers types and queries
from cms.core.viewsets import TermViewSet
from publications.models import Series


class SeriesViewSet(TermViewSet):
    """The admin screens of series."""

    model = Series
    icon = "list-ol"
    menu_order = 30


register_snippet(SeriesViewSet)
