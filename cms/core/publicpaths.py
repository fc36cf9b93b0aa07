"""Public addresses: ``/<language>/<slugs>/``, under the frontend's or our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site


@dataclass(frozen=True)
class LanguageRoot:
    """The home page of a site in one language, and where its tree begins."""

    site_id: int
    page_id: int
    locale_id: int
    language_code: str
    path: str
    url_path: str


def public_path(root: LanguageRoot, url_path: str) -> str:
    """Return ``/fr/actualites/titre/`` for a page below a language's home."""
    return f"/{root.language_code}/{url_path.removeprefix(root.url_path)}"


def split_public_path(path: str) -> tuple[str, str]:
    """Return the language and the slugs that a public path names, in lower case."""
    language_code, _slash, slugs = path.strip("/").partition("/")
    return language_code.lower(), slugs.lower()


def address(path: str) -> str:
    """Return a public path with the frontend's or the server's address in front."""
    language_code, slugs = split_public_path(path)
    templates: Mapping[str, str] = settings.FRONTEND_PATHS
    template = templates.get(language_code) or templates.get("*")
    if settings.FRONTEND_URL and template:
        tail = f"{slugs}/" if slugs else ""
        filled = template.replace("{language}", language_code).replace("{slugs}", tail)
        path = filled.replace("//", "/")
    return f"{settings.FRONTEND_URL or settings.PUBLIC_URL}{path}"


class PublicPathMixin:
    """Makes Wagtail's own links lead to where readers find the page."""

    def get_url_parts(
        self, request: HttpRequest | None = None
    ) -> tuple[int, str, str] | None:
        """Return site, address and public path, as Wagtail asks for them."""
        page = cast("Page", self)
        for site in page._get_relevant_site_root_paths(request):
            if page.url_path.startswith(site.root_path):
                slugs = page.url_path.removeprefix(site.root_path)
                path = f"/{site.language_code}/{slugs}"
                return site.site_id, settings.FRONTEND_URL or settings.PUBLIC_URL, path
        return None

    def get_url(
        self, request: HttpRequest | None = None, current_site: Site | None = None
    ) -> str | None:
        """Return the full address: the frontend's host is rarely the admin's."""
        return self.get_full_url(request)

    def get_full_url(self, request: HttpRequest | None = None) -> str | None:
        """Return the full address, or nothing for a page outside every site."""
        parts = self.get_url_parts(request)
        return address(parts[2]) if parts else None

    url = property(get_url)
    full_url = property(get_full_url)
