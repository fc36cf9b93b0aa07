"""Texts that stand side by side in all their languages."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

LANGUAGES = ("en", "fr", "de", "uk", "el", "ar")

Text = Mapping[str, str]

# What looks like a text and is none: slugs are names, an update is no translation.
NOT_TEXTS = frozenset({"slugs", "updates"})


def is_text(value: Any) -> TypeGuard[Text]:
    """Say whether a value of a content file is a text in some languages."""
    return isinstance(value, Mapping) and bool(value) and value.keys() <= {*LANGUAGES}


def say(value: Text | str | None, language: str) -> str:
    """Return a text in a language; a plain string is the same in all of them."""
    if isinstance(value, Mapping):
        return value[language]
    return value or ""


def texts_in(value: Any) -> Iterator[Text | str]:
    """Yield every text and plain string inside a value of a content file."""
    if is_text(value) or isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in NOT_TEXTS:
                yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
