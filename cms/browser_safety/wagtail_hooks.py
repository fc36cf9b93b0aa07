"""Loads what starts Wagtail's older widgets under our policy."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def starters() -> SafeString:
    """Load it on every screen: modal windows may bring such widgets, too."""
    return format_html(
        '<script src="{}"></script>', static("browser_safety/starters.js")
    )
