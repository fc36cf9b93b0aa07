"""The admin screens of snippets, and one menu for the vocabularies of all apps."""

from typing import Final

from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.views.snippets import SnippetViewSet

VOCABULARIES_MENU_HOOK: Final = "register_vocabularies_menu_item"


class ListedViewSet(SnippetViewSet):
    """Screens whose list can be searched, filtered and sorted at once.

    The search index would refuse to sort by a column that it does not hold.
    """

    search_backend_name = None
    search_fields = ["name"]
    list_per_page = 50


class TermViewSet(ListedViewSet):
    """The admin screens of a vocabulary."""

    menu_hook = VOCABULARIES_MENU_HOOK
    search_fields = ["name", "slug"]
    list_display = ["name", LocaleColumn(), "slug"]


class TreeTermViewSet(TermViewSet):
    """The admin screens of a vocabulary with wider and narrower words."""

    list_display = ["name", LocaleColumn(), "parent", "slug", "position"]
    ordering = ["parent__position", "parent__name", "position", "name"]
