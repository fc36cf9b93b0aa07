"""The pages of an account that allauth has not, or has otherwise."""

from typing import Any, cast

from allauth.account import views as account_views
from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.contrib.auth.models import AbstractUser
from django.forms import BaseForm, ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import UpdateView

from cms.accounts.attempts import TOO_MANY
from cms.accounts.forms import EmailForm
from cms.accounts.notices import mail_changed

ADMIN_ACCESS = "wagtailadmin.access_admin"

MAX_DIGITS = 19  # of a number that PostgreSQL can hold


class RefusalStatusMixin:
    """Tells programs, too, that they have to wait."""

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """Answer 429 with the seconds where the form was refused unread."""
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        for error in form.errors.as_data().values():
            for refusal in error:
                if refusal.code == TOO_MANY and refusal.params:
                    response.status_code = 429
                    response["Retry-After"] = str(refusal.params["seconds"])
        return response


class SignInView(RefusalStatusMixin, account_views.LoginView):
    """The one way in."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Tell whoever is signed in without any rights here, rather than go round."""
        user = request.user
        if user.is_authenticated and not user.has_perm(ADMIN_ACCESS):
            return TemplateResponse(request, "accounts/no_access.html", status=403)
        return cast("HttpResponseBase", super().dispatch(request, *args, **kwargs))


class ResetPasswordView(RefusalStatusMixin, account_views.PasswordResetView):
    """Sends the link to a new password."""


class SessionsView(ListUserSessionsView):
    """Where the account is signed in; each place can be signed out from here."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """End one session, or all but this one."""
        if "session" not in request.POST:
            return cast("HttpResponse", super().post(request, *args, **kwargs))
        chosen = request.POST["session"]
        own = UserSession.objects.filter(user_id=request.user.pk)
        is_number = chosen.isdecimal() and len(chosen) < MAX_DIGITS
        session = own.filter(pk=chosen).first() if is_number else None
        if session is None:
            raise Http404
        end_sessions(request, [session])
        messages.success(request, _("That session has ended."))
        return redirect("usersessions_list")


@method_decorator(reauthentication_required, name="dispatch")
class EmailView(RefusalStatusMixin, UpdateView):
    """Changes the address that the link to a new password goes to."""

    form_class = EmailForm
    template_name = "accounts/email.html"
    success_url = reverse_lazy("wagtailadmin_account")

    def get_object(self, queryset: Any = None) -> AbstractUser:
        """Return the person's own account."""
        return cast("AbstractUser", self.request.user)

    def form_valid(self, form: ModelForm[AbstractUser]) -> HttpResponse:
        """Save, and tell the old address."""
        user, old = self.get_object(), form.initial["email"]
        response = super().form_valid(form)
        EmailAddress.objects.filter(user_id=user.pk).delete()  # allauth's own copy
        mail_changed(user, old)
        messages.success(self.request, _("The e-mail address is changed."))
        return response


def not_here(request: HttpRequest) -> HttpResponse:
    """Answer at names that allauth asks for and Municipia does not offer."""
    raise Http404
