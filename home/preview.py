"""Drafts, where Wagtail's editor opens its preview: here, or at the frontend."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.translation import get_language
from wagtail.models import Page

from cms.graphql.context import ApiContext
from cms.graphql.drafts import draft_batches
from cms.graphql.routing import Found
from cms.previews.addresses import preview_address, preview_origins
from cms.previews.service import give_token
from home.page_query import ask
from home.rendering import render


def serve_preview(page: Page, request: HttpRequest) -> HttpResponse:
    """Show a draft; whatever it refers to is shown only where readers may see it."""
    if page.get_url_parts() is None:
        raise Http404("The page belongs to no site, so that no reader can see it.")
    shows = _lead if settings.FRONTEND_PREVIEW_URL else _plain
    return shows(page, request)


def _lead(page: Page, request: HttpRequest) -> HttpResponse:
    """Send the editor to the frontend with a token that tells nobody else."""
    address = preview_address(page, give_token(page, request.user))
    is_framed = getattr(request, "in_preview_panel", False)
    response = _frame(page, address) if is_framed else HttpResponseRedirect(address)
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response


def _frame(page: Page, address: str) -> HttpResponse:
    """Show the frontend inside a page of ours.

    So the admin's own policy names no other site, and Wagtail's panel waits at no
    change for a script of its own in the frontend's page.
    """
    title, language = page.get_admin_display_title(), get_language()
    data = {"address": address, "title": title, "language": language}
    response = HttpResponse(render_to_string("home/preview_frame.html", data))
    origins = " ".join(preview_origins())
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'self'; frame-src {origins}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )
    return response


def _plain(page: Page, request: HttpRequest) -> HttpResponse:
    """Show the form that readers get without a frontend."""
    context = ApiContext(request)
    draft_batches(context).add(page)
    code = context.code_of(page.locale_id)
    shown = show(Found(page, code, is_fallback=False))
    data = ask("Page", context, middleware=[shown], path=f"/{code}/", locale=code)
    data |= {"page": data["route"]["page"], "is_preview": True}
    return render("home/page.html", data, language_code=code)


def show(found: Found) -> Callable[..., Any]:
    """Return what answers ``route`` with a page that no path leads to."""

    def answer(
        resolve: Callable[..., Any], root: Any, info: Any, **arguments: Any
    ) -> Any:
        if info.path.prev is None and info.field_name == "route":
            return found
        return resolve(root, info, **arguments)

    return answer
