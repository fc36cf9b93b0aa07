"""Slugs that every browser, mail and person can type, from titles in any script."""

from anyascii import anyascii
from django.utils.text import slugify

MAX_LENGTH = 255


def slug_from(title: str) -> str:
    """Return an ASCII slug: Greek, Cyrillic and Arabic letters are transliterated."""
    return slugify(anyascii(title))[:MAX_LENGTH].strip("-")
