"""Who may go on: sets up the second factor first where it is asked for."""

from collections.abc import Callable
from typing import Final, cast

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from cms.accounts import fresh_proof, known_browsers, second_factor
from cms.accounts.sessions import note_activity

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# What a person can do, and the admin's pages need, before the second factor is set up.
OPEN: Final = frozenset(
    {
        "account_login",
        "account_reauthenticate",
        "account_change_password",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "mfa_activate_totp",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "account_logout",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    }
)


def second_factor_first(get_response: GetResponse) -> GetResponse:
    """Lead to the set-up whoever must have a second factor and has none."""
    guarded = tuple(settings.SECOND_FACTOR_GUARDS)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(guarded) and request.user.is_authenticated:
            if refusal := _refusal(request) or fresh_proof.asked_for(request):
                return refusal
            note_activity(request)
        response = get_response(request)
        known_browsers.write(request, response)
        return response

    return middleware


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if _is_open(request.path_info) or not second_factor.is_missing(
        cast("AbstractUser", request.user)
    ):
        return None
    asked_by_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    if asked_by_script or request.method not in ("GET", "HEAD"):
        sentence = _("Set up the second step of signing in before you go on.")
        return HttpResponse(sentence, "text/plain; charset=utf-8", status=403)
    return redirect("mfa_activate_totp")


def _is_open(path: str) -> bool:
    try:
        return resolve(path).view_name in OPEN
    except Resolver404:
        return False
