"""Slugs that every browser, mail and person can type, from titles in any script."""

from anyascii import anyascii
from django.utils.text import slugify

MAX_LENGTH = 255
# Greek, Cyrillic and Arabic: what a browser is told to write as the server does.
ALPHABETS = (range(0x0370, 0x0400), range(0x0400, 0x0530), range(0x0620, 0x064B))


def slug_from(title: str) -> str:
    """Return an ASCII slug: Greek, Cyrillic and Arabic letters are transliterated."""
    return slugify(anyascii(title))[:MAX_LENGTH].strip("-")


def browser_rules() -> list[tuple[str, str]]:
    """Return each letter with its Latin ones, for Wagtail's slug field.

    Wagtail's own table, made for Greek on telephones, writes ξ as 3.
    """
    letters = (chr(number) for alphabet in ALPHABETS for number in alphabet)
    return [(letter, anyascii(letter)) for letter in letters if letter.isalpha()]
