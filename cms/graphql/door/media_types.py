"""Which of our media types a client accepts (RFC 9110, section 12.5.1)."""

from django.http.request import MediaType

from cms.graphql.door.refused import Refused
from cms.graphql.errors import NotAllowed

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
# The first is the answer to `*/*`, as clients that do not say more are old ones.
OFFERED = (JSON, GRAPHQL)
MAX_ACCEPT = 1000  # characters


def chosen_media_type(accept: str) -> str:
    """Return the offered type that the client likes best; refuse where there is none.

    No header at all means JSON: so do the audits of the GraphQL working group.
    """
    parts = [part for part in accept[:MAX_ACCEPT].split(",") if part.strip()]
    if not parts:
        return JSON
    try:
        asked = [MediaType(part) for part in parts]
    except ValueError:  # a parameter that RFC 5987 does not allow
        asked = []
    ranked = [(_quality(offered, asked), offered) for offered in OFFERED]
    quality, best = max(ranked, key=lambda pair: pair[0])
    if quality <= (0, 0, 0):
        message = f"The answer comes as {JSON} or {GRAPHQL}; accept one of them."
        raise Refused(NotAllowed(message), status=406)
    return best


def _quality(offered: str, asked: list[MediaType]) -> tuple[float, int, int]:
    """Return how much an offered type is liked: quality, then place in the header.

    Of the ranges that match, the most specific one counts.
    """
    matching = [
        (place, media) for place, media in enumerate(asked) if media.match(offered)
    ]
    if not matching:
        return (0, 0, 0)
    place, media = max(matching, key=lambda pair: pair[1].specificity)
    if media.quality == 0:
        return (0, 0, 0)
    return (media.quality, media.specificity, -place)
