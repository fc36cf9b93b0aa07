"""Wagtail's screens on which accounts are made and changed."""

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet

from cms.accounts.forms import OneAddressMixin


class CreationForm(OneAddressMixin, UserCreationForm):
    """A new account."""


class EditForm(OneAddressMixin, UserEditForm):
    """An account that there is."""


class UserScreens(UserViewSet):
    """Wagtail's, with our forms."""

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm]:  # noqa: FBT001, FBT002 - as Wagtail calls it
        """Return the form for a new account, or for one that there is."""
        return EditForm if for_update else CreationForm
