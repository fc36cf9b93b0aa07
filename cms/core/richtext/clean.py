"""The one list of markup that leaves the system."""

import nh3
from django.conf import settings

TAGS = {
    *("a", "b", "br", "em", "i", "img", "li", "ol", "p"),
    *("strong", "sub", "sup", "ul", "mark", "del"),
}
ATTRIBUTES = {
    "a": {"href", "hreflang"},
    "img": {"src", "srcset", "alt", "width", "height", "loading"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean_html(html: str) -> str:
    """Return the HTML with nothing in it that is not on the list."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_filter,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _filter(tag: str, attribute: str, value: str) -> str | None:
    """Keep addresses of pictures only where they are files of ours."""
    if (tag, attribute) == ("img", "src"):
        return value if _is_ours(value) else None
    if (tag, attribute) == ("img", "srcset"):
        return value if all(map(_is_ours, value.split(","))) else None
    return value


def _is_ours(address: str) -> bool:
    return address.strip().startswith(settings.MEDIA_URL)
