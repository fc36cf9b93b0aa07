"""Where editors keep the words of vocabularies, in one menu for all apps."""

from typing import Final

from wagtail.snippets.views.snippets import SnippetViewSet

VOCABULARIES_MENU_HOOK: Final = "register_vocabularies_menu_item"


class TermViewSet(SnippetViewSet):
    """The admin screens of a vocabulary."""

    menu_hook = VOCABULARIES_MENU_HOOK
    list_display = ["name", "slug"]


class TreeTermViewSet(TermViewSet):
    """The admin screens of a vocabulary with wider and narrower words."""

    list_display = ["name", "parent", "slug", "position"]
    ordering = ["parent__position", "parent__name", "position", "name"]
