"""Dates and language attributes for the plain rendering."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date, format_skeleton
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cms.core.languages import cldr

register = template.Library()

SKELETONS = {1: "y", 2: "yMMMM"}  # by the number of parts that a date has


@register.filter
def day(value: str, code: str) -> SafeString:
    """Write a full or partial ISO date as a language does."""
    parts = [int(part) for part in value.split("-")]
    year, month, day_of_month = (*parts, 1, 1)[:3]
    first, locale = date(year, month, day_of_month), cldr(code)
    skeleton = SKELETONS.get(len(parts))
    words = (
        format_skeleton(skeleton, first, locale=locale)
        if skeleton
        else format_date(first, "long", locale=locale)
    )
    return format_html('<time datetime="{}">{}</time>', value, words)


@register.filter
def in_language(locale: Mapping[str, str], around: str) -> SafeString | str:
    """Return attributes for words whose language is not the one around them."""
    if locale["code"] == around:
        return ""
    return format_html(' lang="{}" dir="{}"', locale["code"], locale["direction"])


@register.filter
def leads_to(locale: Mapping[str, str], around: str) -> SafeString | str:
    """Return the attribute of a link that leads from a language to another one."""
    if locale["code"] == around:
        return ""
    return format_html(' hreflang="{}"', locale["code"])


@register.filter
def extension(address: str) -> str:
    """Return what a file's name ends in, as people call its kind: PDF."""
    return address.rpartition("/")[2].rpartition(".")[2].upper()
