"""Puts the topics, and the menu of all vocabularies, into Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from cms.core.models import Topic
from cms.core.viewsets import VOCABULARIES_MENU_HOOK, TreeTermViewSet


@hooks.register("register_admin_menu_item")
def vocabularies_menu() -> SubmenuMenuItem:
    """Return the menu that every app adds its vocabularies to."""
    menu = Menu(register_hook_name=VOCABULARIES_MENU_HOOK)
    return SubmenuMenuItem(_("Vocabularies"), menu, icon_name="tag", order=220)


@hooks.register("register_icons")
def add_icons(icons: list[str]) -> list[str]:
    """Add the icons that Wagtail has not."""
    return [*icons, "core/icons/coin.svg"]


class TopicViewSet(TreeTermViewSet):
    """The admin screens of topics."""

    model = Topic
    icon = "tag"
    menu_order = 10


register_snippet(TopicViewSet)
