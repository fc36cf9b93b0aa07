"""Puts the app's part into Wagtail's admin and into the GraphQL schema."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

import home.schema  # noqa: F401 registers types and queries
from cms.core.viewsets import ListedViewSet
from home.models import Menu, SiteTexts


class MenuViewSet(ListedViewSet):
    """The admin screens of menus."""

    model = Menu
    icon = "list-ul"
    list_display = ["name", LocaleColumn(), "site"]


class SiteTextsViewSet(ListedViewSet):
    """The admin screens of the whole site's texts."""

    model = SiteTexts
    icon = "pilcrow"
    list_display = ["name", LocaleColumn(), "site"]
    search_fields = ["name", "tagline"]


class SiteGroup(SnippetViewSetGroup):
    """The menu of what every page of a site shows."""

    items = (MenuViewSet, SiteTextsViewSet)
    menu_label = _("Site")
    menu_icon = "desktop"
    menu_order = 230


register_snippet(SiteGroup)
