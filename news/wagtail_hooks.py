"""Puts the app's part into Wagtail's admin and into the GraphQL schema."""

from wagtail.snippets.models import register_snippet

import news.schema  # noqa: F401 registers types and queries
from cms.core.viewsets import TreeTermViewSet
from news.models import Section


class SectionViewSet(TreeTermViewSet):
    """The admin screens of news sections."""

    model = Section
    icon = "folder-open-inverse"
    menu_order = 20


register_snippet(SectionViewSet)
