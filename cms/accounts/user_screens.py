"""Wagtail's screens on which accounts are made and changed."""

from django.contrib.auth.models import AbstractUser
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import EditView, UserViewSet

from cms.accounts.forms import OneAddressMixin
from cms.accounts.notices import mail_changed


class CreationForm(OneAddressMixin, UserCreationForm):
    """A new account."""


class EditForm(OneAddressMixin, UserEditForm):
    """An account that there is."""


class EditScreen(EditView):
    """Tells the old address where an account gets another one."""

    def save_instance(self) -> AbstractUser:
        """Save, and tell."""
        user: AbstractUser = super().save_instance()
        mail_changed(user, self.form.initial.get("email", ""))
        return user


class UserScreens(UserViewSet):
    """Wagtail's, with our forms."""

    edit_view_class = EditScreen

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm]:  # noqa: FBT001, FBT002 - as Wagtail calls it
        """Return the form for a new account, or for one that there is."""
        return EditForm if for_update else CreationForm
