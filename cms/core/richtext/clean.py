"""The one list of markup that leaves the system."""

import nh3

TAGS = {
    *("a", "b", "br", "em", "i", "li", "ol", "p"),
    *("strong", "sub", "sup", "ul", "mark", "del"),
}
ATTRIBUTES = {"a": {"href", "hreflang"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean_html(html: str) -> str:
    """Return the HTML with nothing in it that is not on the list."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
