"""Turns answers of the API into HTML that needs no script and no other site."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html

from cms.core.languages import bcp47, direction


def render(
    template: str,
    data: Mapping[str, Any],
    *,
    language_code: str,
    content_code: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return a page; ``content_code`` is its main part's language, where another."""
    interface = interface_language(language_code)
    content_code = content_code or language_code
    is_mixed = not interface == language_code == content_code
    context = {
        **data,
        "language": _language(language_code),
        "interface": _attributes(interface) if is_mixed else "",
    }
    with translation.override(interface):
        html = render_to_string(template, context)
    response = HttpResponse(html, status=status)
    response["Content-Language"] = bcp47(content_code)
    response["Content-Security-Policy"] = content_security_policy()
    return response


def interface_language(language_code: str) -> str:
    """Return the language of labels: the page's own where it has a catalogue."""
    for code in (language_code, language_code.split("-")[0], settings.LANGUAGE_CODE):
        if code in settings.ADMIN_LANGUAGES:
            return code
    return "en"


def content_security_policy() -> str:
    """Allow our own style sheet and pictures, and Wagtail's preview to frame us."""
    return (
        "default-src 'none'; style-src 'self'; "
        f"img-src 'self' data: {settings.PUBLIC_URL}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )


def _language(code: str) -> dict[str, str]:
    return {"code": bcp47(code), "direction": direction(code)}


def _attributes(code: str) -> str:
    return format_html(' lang="{code}" dir="{direction}"', **_language(code))
