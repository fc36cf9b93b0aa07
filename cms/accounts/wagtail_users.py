"""Wagtail's app of users, with our screens."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    """Names what stands in the place of Wagtail's own."""

    user_viewset = "cms.accounts.user_screens.UserScreens"
