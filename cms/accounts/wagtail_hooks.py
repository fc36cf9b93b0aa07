"""Puts sign-in's own screens into Wagtail's admin."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from cms.accounts.group_panel import SecondFactorPanel

MenuItem = dict[str, str]


@hooks.register("register_account_menu_item")
def two_step_item(request: HttpRequest) -> MenuItem:
    """Lead to the second factor."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Two-step sign-in"),
        "help_text": _("An app on your phone shows a code that is asked for, too."),
    }


@hooks.register("register_account_menu_item")
def sessions_item(request: HttpRequest) -> MenuItem:
    """Lead to the list of sessions."""
    return {
        "url": reverse("usersessions_list"),
        "label": _("Where you are signed in"),
        "help_text": _("See the browsers and sign them out."),
    }


@hooks.register("register_account_menu_item")
def password_item(request: HttpRequest) -> MenuItem:
    """Lead to the password."""
    return {
        "url": reverse("account_change_password"),
        "label": _("Change password"),
        "help_text": _("All other sessions end."),
    }


@hooks.register("register_account_menu_item")
def email_item(request: HttpRequest) -> MenuItem:
    """Lead to the address of mail."""
    return {
        "url": reverse("own_email"),
        "label": _("Change e-mail address"),
        "help_text": _("Notices, and links to a new password, go to it."),
    }


@hooks.register("register_group_permission_panel")
def second_factor_panel() -> type[SecondFactorPanel]:
    """Let whoever edits a group ask its members for a second factor."""
    return SecondFactorPanel
