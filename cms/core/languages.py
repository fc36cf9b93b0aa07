"""What a language is: its codes, names and direction (BCP 47, CLDR by Babel)."""

from collections.abc import Iterable
from functools import cache

from babel import Locale
from django.conf.locale import LANG_INFO


def bcp47(code: str) -> str:
    """Write a code as BCP 47 does: language, Script, REGION."""
    first, *rest = code.split("-")
    return "-".join([first.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper()


@cache
def cldr(code: str) -> Locale:
    """Return CLDR's data for a code."""
    return Locale.parse(code, sep="-")


@cache
def native_name(code: str) -> str:
    """Return the language's name in the language itself."""
    name = cldr(code).get_display_name(code.replace("-", "_")) or code
    return name[:1].upper() + name[1:]


@cache
def name_in(code: str, reader: str) -> str:
    """Return the language's name in the reader's language."""
    name = cldr(code).get_display_name(reader.replace("-", "_")) or code
    return name[:1].upper() + name[1:]


def describe(code: str) -> str:
    """Return the language's English name, as settings list it."""
    return name_in(code, "en")


def direction(code: str) -> str:
    """Return ``ltr`` or ``rtl``."""
    return "rtl" if cldr(code).character_order == "right-to-left" else "ltr"


def register_missing_languages(codes: Iterable[str]) -> None:
    """Tell Django of content languages that it has no catalogue for, such as Maltese.

    ``django.conf.locale.LANG_INFO`` is the place Django documents for this.
    """
    for code in codes:
        if code not in LANG_INFO and code.split("-")[0] not in LANG_INFO:
            LANG_INFO[code] = {
                "bidi": direction(code) == "rtl",
                "code": code,
                "name": describe(code),
                "name_local": native_name(code),
            }
