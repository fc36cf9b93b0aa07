"""Players of known services, made from an address without asking anybody."""

import re
from dataclasses import dataclass

from django.utils.html import format_html


@dataclass(frozen=True)
class Provider:
    """A service: how its addresses look and where its player is."""

    name: str
    pattern: re.Pattern[str]
    player: str


PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(
            r"https://(?:www\.youtube\.com/watch\?v=|youtu\.be/)(?P<id>[\w-]{11})\b"
        ),
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    Provider(
        "Vimeo",
        re.compile(r"https://vimeo\.com/(?P<id>\d{6,12})\b"),
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
)
PROVIDER_NAMES = tuple(provider.name for provider in PROVIDERS)


def find_provider(url: str) -> Provider | None:
    """Return the service that plays an address."""
    return next((found for found in PROVIDERS if found.pattern.match(url)), None)


def player(url: str, title: str) -> str | None:
    """Return an iframe for an address of a known service."""
    provider = find_provider(url)
    match = provider.pattern.match(url) if provider else None
    if provider is None or match is None:
        return None
    return format_html(
        '<iframe src="{}" title="{}" loading="lazy" allowfullscreen '
        'referrerpolicy="strict-origin-when-cross-origin"></iframe>',
        provider.player.format(id=match["id"]),
        title,
    )
