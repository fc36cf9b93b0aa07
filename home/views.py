"""The server's own pages: a welcome, and every page in a plain, readable form."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.core.languages import bcp47, direction, native_name
from cms.core.publicpaths import address
from cms.graphql.context import ApiContext
from cms.graphql.errors import BadInput
from home.page_query import NotAnsweredError, ask
from home.rendering import render

SAMPLE_QUERY = "{ locales { code nativeName } }"
LISTS = {"NewsIndexPage": "NewsList", "PublicationIndexPage": "PublicationList"}


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """Say what this server is and where to go."""
    endpoint = reverse("graphql")
    data = {
        "endpoint": endpoint,
        "endpoint_address": f"{settings.PUBLIC_URL}{endpoint}",
        "question": f"{endpoint}?{urlencode({'query': SAMPLE_QUERY})}",
        "sample_query": SAMPLE_QUERY,
        "admin": reverse("wagtailadmin_home"),
        "explorer": reverse("explorer") if settings.CMS_API["EXPLORER"] else "",
        "homes": _homes(ApiContext(request)),
    }
    return render("home/welcome.html", data, language_code=settings.LANGUAGE_CODE)


@require_safe
def page_view(request: HttpRequest, language: str, slugs: str) -> HttpResponse:
    """Show the page at a public path, or send the reader to the frontend that does."""
    path = f"/{language}/{slugs}"
    if settings.FRONTEND_URL not in ("", settings.PUBLIC_URL):
        return HttpResponseRedirect(address(path))
    context = ApiContext(request)
    try:
        data = ask("Page", context, path=path, locale=language)
        match data["route"]["__typename"]:
            case "RedirectRoute":
                moved = data["route"]
                return _redirect(moved["location"], permanent=moved["isPermanent"])
            case "PageRoute" if path != (proper := f"{path.lower().rstrip('/')}/"):
                query = request.META.get("QUERY_STRING")
                return _redirect(
                    f"{proper}?{query}" if query else proper, permanent=True
                )
            case "PageRoute":
                return _page(request, data, context)
    except NotAnsweredError:
        data = {}
    code = language.lower()
    known = code if code in settings.CONTENT_LANGUAGES else settings.LANGUAGE_CODE
    return render("home/not_found.html", data, language_code=known, status=404)


def _page(
    request: HttpRequest, data: dict[str, Any], context: ApiContext
) -> HttpResponse:
    route = data["route"]
    asked, shown = route["requestedLocale"]["code"], route["contentLocale"]["code"]
    data |= {"page": route["page"]}
    if operation := LISTS.get(route["page"]["pageType"]):
        after = request.GET.get("after") or None
        data |= ask(operation, context, locale=shown, after=after)
    return render(
        "home/page.html",
        data,
        language_code=asked.lower(),
        content_code=shown.lower(),
    )


def _redirect(location: str, *, permanent: bool) -> HttpResponse:
    kind = HttpResponsePermanentRedirect if permanent else HttpResponseRedirect
    return kind(location)


def _homes(context: ApiContext) -> list[dict[str, str]]:
    """Return the public home pages of the default site, one for each language."""
    try:
        roots = list(context.roots.values())
    except BadInput:  # nobody has made a site yet
        return []
    pages = Page.objects.filter(pk__in=[root.page_id for root in roots])
    public = set(context.gate.visible(pages).values_list("pk", flat=True))
    return [
        {
            "href": address(f"/{root.language_code}/"),
            "code": bcp47(root.language_code),
            "name": native_name(root.language_code),
            "direction": direction(root.language_code),
        }
        for root in roots
        if root.page_id in public
    ]
