"""Asks again who it is before accounts and groups are changed."""

from typing import Final

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows import reauthentication
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

HOME: Final = "wagtailadmin_home"
GUARDED: Final = ("users/", "groups/", "bulk/auth/")  # below the admin's address


def asked_for(request: HttpRequest) -> HttpResponse | None:
    """Lead to the proof where one is needed and the last is not fresh."""
    if request.method in ("GET", "HEAD") or not _is_guarded(request.path_info):
        return None
    if not reauthentication.is_reauthentication_required(request, app=""):
        return None
    methods = get_adapter().get_reauthentication_methods(request.user)
    proof = methods[0]["url"] if methods else reverse("account_login")
    if request.POST.get("password1"):  # is never kept, not even until the proof
        return redirect(f"{proof}?{urlencode({'next': request.get_full_path()})}")
    response: HttpResponse = reauthentication.suspend_request(request, proof)
    return response


def _is_guarded(path: str) -> bool:
    home = reverse(HOME)
    return path.startswith(tuple(home + part for part in GUARDED))
