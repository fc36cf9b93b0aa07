"""How a language orders names: the rules of CLDR, applied by ICU."""

from functools import cache

from icu import Collator, Locale, UCollAttribute, UCollAttributeValue

MAX_BYTES = 512  # two longer names that begin alike are ordered by their ids


def sort_key(name: str, language_code: str) -> bytes:
    """Return bytes that stand among others as the name stands in its language."""
    key: bytes = _collator(language_code).getSortKey(name)
    return key.removesuffix(b"\0")[:MAX_BYTES]


@cache
def _collator(language_code: str) -> Collator:
    """Return ICU's collator; a language without rules of its own has the common ones.

    Punctuation and spaces tell only those names apart that are equal without them.
    """
    collator = Collator.createInstance(Locale.forLanguageTag(language_code))
    collator.setAttribute(
        UCollAttribute.ALTERNATE_HANDLING, UCollAttributeValue.SHIFTED
    )
    collator.setStrength(Collator.QUATERNARY)
    return collator
