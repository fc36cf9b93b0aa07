"""Files of documents, and the password that opens a collection of them."""

from typing import Final, cast

from allauth.core.internal.ratelimit import get_ip
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, re_path
from wagtail.documents.views import serve as wagtail_views

from cms.accounts.attempts import Counter, Guard, Limit
from cms.core.models import CustomDocument

PASSWORD: Final = Limit("password of a collection", 10, 15 * 60)


def serve_document(request: HttpRequest, pk: str, name: str) -> HttpResponseBase:
    """Send a document's file; what is not for everybody stays in no cache."""
    response: HttpResponseBase = wagtail_views.serve(request, pk, name)
    document = CustomDocument.objects.select_related("collection").get(pk=pk)
    if document.collection.get_view_restrictions().exists():
        response.headers["Cache-Control"] = "private, no-store"
    return response


def open_collection(request: HttpRequest, restriction_id: int) -> HttpResponseBase:
    """Take the password of a collection, and let nobody guess it."""
    if request.method != "POST":
        return _ask(request, restriction_id)
    guard = Guard([Counter(PASSWORD, (get_ip(request), str(restriction_id)))])
    try:
        guard.enter()
    except ValidationError as refusal:
        return _refused(refusal)
    response = _ask(request, restriction_id)
    if response.status_code == HttpResponse.status_code:  # it asks again
        return response
    guard.succeeded()
    return response


def _ask(request: HttpRequest, restriction_id: int) -> HttpResponseBase:
    answer = wagtail_views.authenticate_with_password(request, restriction_id)
    return cast("HttpResponseBase", answer)


def _refused(refusal: ValidationError) -> HttpResponse:
    response = HttpResponse(refusal.messages[0], "text/plain; charset=utf-8", 429)
    response["Retry-After"] = str((refusal.params or {})["seconds"])
    return response


# Wagtail's names; a number has no more digits than the database's.
urlpatterns = [
    re_path(r"^([0-9]{1,18})/(.*)$", serve_document, name="wagtaildocs_serve"),
    path(
        "authenticate_with_password/<int:restriction_id>/",
        open_collection,
        name="wagtaildocs_authenticate_with_password",
    ),
]
