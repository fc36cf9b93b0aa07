"""Puts the app's part into Wagtail's admin and into the GraphQL schema."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

import home.schema  # noqa: F401 registers types and queries
from home.models import Menu, SiteTexts


class MenuViewSet(SnippetViewSet):
    """The admin screens of menus."""

    model = Menu
    icon = "list-ul"
    list_display = ["name", "site"]
    search_fields = ["name"]


class SiteTextsViewSet(SnippetViewSet):
    """The admin screens of the whole site's texts."""

    model = SiteTexts
    icon = "pilcrow"
    list_display = ["name", "site"]
    search_fields = ["name", "tagline"]


class SiteGroup(SnippetViewSetGroup):
    """The menu of what every page of a site shows."""

    items = (MenuViewSet, SiteTextsViewSet)
    menu_label = _("Site")
    menu_icon = "site"
    menu_order = 230


register_snippet(SiteGroup)
