"""Where the frontend shows drafts: ``settings.FRONTEND_PREVIEW_URL``."""

from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from wagtail.models import Page

from cms.core.publicpaths import split_public_path


def preview_address(page: Page, token: str) -> str:
    """Return where to see a draft of a page that belongs to a site."""
    path = page.get_url_parts()[2]
    language_code, _slugs = split_public_path(path)
    address = _filled(language_code, quote(path))
    separator = "&" if "?" in address else "?"
    return f"{address}{separator}{urlencode({'token': token})}"


def preview_origins() -> list[str]:
    """Return the origins that the admin's frames open, for its security policy."""
    parts = [urlsplit(_filled(code, "/")) for code in settings.CONTENT_LANGUAGES]
    origins = [f"{part.scheme}://{part.netloc}" for part in parts if part.netloc]
    return list(dict.fromkeys(origins))


def _filled(language_code: str, path: str) -> str:
    template: str = settings.FRONTEND_PREVIEW_URL
    return template.replace("{language}", language_code).replace("{path}", path)
