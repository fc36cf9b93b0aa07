"""allauth's forms, with limits on guessing."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp_forms
from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from cms.accounts.limits import (
    code_guard,
    is_first_use,
    mail_guard,
    password_guard,
    reset_guard,
)
from cms.accounts.logins import accounts_with_mail, is_taken

LONGEST_LOGIN = 254  # characters, of an e-mail address
CODE_KEYBOARD = {"autocomplete": "one-time-code", "autofocus": True, "dir": "ltr"}


class SignInForm(account_forms.LoginForm):
    """User name or e-mail address, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or e-mail address")
        self.fields["login"].max_length = LONGEST_LOGIN
        self.fields["login"].widget = forms.TextInput(
            attrs={
                "autocomplete": "username",
                "autofocus": True,
                "maxlength": LONGEST_LOGIN,
                "dir": "auto",
            }
        )
        self.fields["password"].help_text = ""  # the page has the link
        self.fields["password"].widget.attrs.pop("placeholder", None)

    def clean_login(self) -> str:
        """Return the name; what no account can be called is not looked up."""
        login: str = super().clean_login()
        if len(login) > LONGEST_LOGIN or "\0" in login:
            raise forms.ValidationError(
                _("The user name or the password is not right.")
            )
        return login


class _LimitedCode:
    """A code that is counted, and opens one door only."""

    user: Any
    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs = {**CODE_KEYBOARD, "maxlength": 32}
        self.fields["code"].help_text = _(
            "The six digits that the app shows now, or one of your recovery codes."
        )

    def clean_code(self) -> str:
        """Look at the code unless too many were wrong."""
        guard = code_guard(context.request, self.user)
        guard.enter()
        code: str = super().clean_code()  # type: ignore[misc]
        kind = self.authenticator.type  # type: ignore[attr-defined]
        if kind == Authenticator.Type.TOTP and not is_first_use(
            self.user, normalize_user_code(code)
        ):
            raise forms.ValidationError(
                _("This code was used already. Wait for the next one.")
            )
        guard.succeeded()
        return code


class AuthenticateForm(_LimitedCode, mfa_forms.AuthenticateForm):
    """The second step of signing in."""


class ReauthenticateForm(_LimitedCode, mfa_forms.ReauthenticateForm):
    """The code before something that matters is changed."""


class ActivateForm(totp_forms.ActivateTOTPForm):
    """The first code of a new app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs = {**CODE_KEYBOARD, "maxlength": 32}
        self.fields["code"].help_text = _("The six digits that the app shows now.")

    def clean_code(self) -> str:
        """Take the code, which opens nothing afterwards."""
        code: str = super().clean_code()
        is_first_use(self.user, normalize_user_code(code))
        return code


class ChangePasswordForm(account_forms.ChangePasswordForm):
    """A new password, for whoever knows the old one."""

    def clean_oldpassword(self) -> str:
        """Look at the old password unless too many were wrong."""
        guard = password_guard(self.user)
        guard.enter()
        password: str = super().clean_oldpassword()
        guard.succeeded()
        return password


class ResetPasswordForm(account_forms.ResetPasswordForm):
    """The address that the link to a new password is sent to."""

    def clean_email(self) -> str:
        """Take the address unless too many mails were asked for."""
        reset_guard(context.request, self.cleaned_data["email"]).enter()
        email: str = super().clean_email()
        self.users = [user for user in accounts_with_mail(email) if user.is_active]
        return email


class OneAddressMixin:
    """A mail address means one account, in whatever case it is written."""

    instance: Any
    cleaned_data: dict[str, Any]

    def clean_email(self) -> str:
        """Return the address in small letters unless it is somebody else's."""
        address: str = self.cleaned_data["email"].lower()
        if address and is_taken(address, but=self.instance.pk):
            raise get_adapter().validation_error("email_taken")
        return address


class EmailForm(OneAddressMixin, forms.ModelForm):
    """The address of an account."""

    class Meta:
        model = get_user_model()
        fields = ("email",)

    def clean_email(self) -> str:
        """Take the address unless it was changed too often."""
        address = super().clean_email()
        if address != self.initial["email"]:
            mail_guard(self.instance).enter()
        return address
