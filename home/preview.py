"""Drafts, where Wagtail's editor opens its preview: here, or at the frontend."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail.models import Page

from cms.graphql.context import ApiContext
from cms.graphql.drafts import draft_batches
from cms.graphql.routing import Found
from cms.previews.addresses import preview_address
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
    response = HttpResponseRedirect(
        preview_address(page, give_token(page, request.user))
    )
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
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
