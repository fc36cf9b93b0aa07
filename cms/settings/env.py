"""Typed reading of the environment.

Each function takes the name of a variable and a default. Without a default the
variable must be set: what is missing or malformed raises ``ImproperlyConfigured`` in
one sentence that names it.
"""

import os
from collections.abc import Mapping
from ipaddress import ip_network
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from django.core.exceptions import ImproperlyConfigured

REQUIRED: Final = "\0required"
TRUE_WORDS: Final = ("1", "true", "yes", "on")
FALSE_WORDS: Final = ("0", "false", "no", "off", "")


def text(name: str, default: str = REQUIRED) -> str:
    """Return the variable as it stands."""
    value = os.environ.get(name, "").strip() or default
    if value is REQUIRED:
        raise ImproperlyConfigured(
            f"{name} is not set; give it in the environment (see .env.example)."
        )
    return value


def boolean(name: str, *, default: bool) -> bool:
    """Return whether the variable says yes."""
    word = os.environ.get(name, "").strip().lower()
    if name not in os.environ or word == "":
        return default
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not “{word}”.")


def integer(name: str, default: int, *, minimum: int = 0) -> int:
    """Return the variable as a whole number that is not below ``minimum``."""
    word = text(name, str(default))
    if not word.isdecimal() or int(word) < minimum:
        raise ImproperlyConfigured(
            f"{name} must be a whole number from {minimum} up, not “{word}”."
        )
    return int(word)


def listing(name: str, default: str = "") -> list[str]:
    """Return the variable's comma-separated words."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def networks(name: str) -> list[str]:
    """Return the variable's addresses and networks, such as ``10.0.0.0/8``."""
    words = listing(name)
    for word in words:
        try:
            ip_network(word, strict=False)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"{name} must list addresses or networks such as 10.0.0.0/8, "
                f"not “{word}”."
            ) from error
    return words


def redis_address(name: str) -> str:
    """Return the address of a Redis server, or nothing."""
    address = text(name, "")
    if address and urlsplit(address).scheme not in ("redis", "rediss", "redis+unix"):
        raise ImproperlyConfigured(
            f"{name} must be like redis://host:6379/0 (or rediss://, redis+unix://)."
        )
    return address


def time_zone(name: str, default: str) -> str:
    """Return a zone of the IANA database, such as ``Europe/Brussels``."""
    zone = text(name, default)
    if zone not in available_timezones():
        raise ImproperlyConfigured(
            f"{name} must be a time zone such as Europe/Brussels, not “{zone}”."
        )
    return zone


def address(name: str, default: str = REQUIRED) -> str:
    """Return an ``http(s)://host`` address without a slash at its end, or nothing."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise ImproperlyConfigured(
            f"{name} must be an address such as https://www.example.org, not “{value}”."
        )
    return value


def preview_address(name: str) -> str:
    """Return an address that may hold ``{language}`` and ``{path}``, or nothing."""
    value = text(name, "")
    filled = value.replace("{language}", "en").replace("{path}", "/en/")
    parts = urlsplit(filled)
    is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
    if value and (not is_address or any(sign in filled for sign in "{}# ")):
        raise ImproperlyConfigured(
            f"{name} must be an address such as "
            f"https://www.example.org/{{language}}/preview, not “{value}”."
        )
    return value


def origins(name: str) -> list[str]:
    """Return origins such as ``https://www.example.org``, or ``*`` for every one."""
    words = listing(name)
    for word in words:
        parts = urlsplit(word)
        is_origin = word == f"{parts.scheme}://{parts.netloc}" and parts.hostname
        if word != "*" and not (is_origin and parts.scheme in ("http", "https")):
            raise ImproperlyConfigured(
                f"{name} must list origins such as https://www.example.org, "
                f"not “{word}”."
            )
    return words


def languages(name: str, default: str) -> list[str]:
    """Return BCP 47 codes in lower case, each one known to CLDR."""
    codes = [code.lower() for code in listing(name, default)]
    for code in codes:
        _check_language(name, code)
    if len(set(codes)) != len(codes):
        raise ImproperlyConfigured(f"{name} names a language twice.")
    return codes


def fallbacks(name: str, offered: list[str]) -> Mapping[str, tuple[str, ...]]:
    """Return chains such as ``uk:en,fr:de|en``: per language, where to look next."""
    chains: dict[str, tuple[str, ...]] = {}
    for entry in listing(name):
        code, _, chain = entry.lower().partition(":")
        chains[code] = tuple(part for part in chain.split("|") if part)
        for word in (code, *chains[code]):
            if word not in offered:
                raise ImproperlyConfigured(
                    f"{name} names “{word}”, which CONTENT_LANGUAGES does not list."
                )
    return chains


def templates(name: str, offered: list[str]) -> Mapping[str, str]:
    """Return path templates per language, such as ``*=/{language}/{slugs}``."""
    found: dict[str, str] = {}
    for entry in listing(name):
        code, _, template = entry.partition("=")
        if code != "*" and code.lower() not in offered:
            raise ImproperlyConfigured(
                f"{name} names “{code}”, which CONTENT_LANGUAGES does not list."
            )
        if not template.startswith("/") or "{slugs}" not in template:
            raise ImproperlyConfigured(
                f"{name} needs a path with {{slugs}} for “{code}”, "
                f"such as {code}=/{{language}}/{{slugs}}."
            )
        found[code.lower()] = template
    return found


def _check_language(name: str, code: str) -> None:
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ImproperlyConfigured(
            f"{name} names “{code}”, which is not a language code such as en or pt-br."
        ) from error
