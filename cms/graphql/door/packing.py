"""Answers in fewer bytes, in a way that the client can unpack (RFC 9110, 12.5.3)."""

import gzip
from collections.abc import Callable, Mapping

import brotli
import zstandard
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

SMALLEST = 1000  # bytes; less fits into one packet anyway
MAX_HEADER = 500  # characters

# In the order in which we like them: bytes saved for the time they take.
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "zstd": lambda body: zstandard.ZstdCompressor(level=3).compress(body),
    "br": lambda body: brotli.compress(body, quality=4),
    "gzip": lambda body: gzip.compress(body, compresslevel=5, mtime=0),
}


def pack(response: HttpResponse, accepted: str) -> HttpResponse:
    """Compress an answer that is worth it, as the client's header allows."""
    patch_vary_headers(response, ["Accept-Encoding"])
    name = chosen_packer(accepted) if len(response.content) >= SMALLEST else None
    if name is not None:
        response.content = PACKERS[name](response.content)
        response["Content-Encoding"] = name
    return response


def chosen_packer(accepted: str) -> str | None:
    """Return the encoding that the client likes best, or none."""
    likes = dict(map(_like, accepted[:MAX_HEADER].split(",")))
    ranked = [(likes.get(name, likes.get("*", 0.0)), name) for name in PACKERS]
    liking, name = max(ranked, key=lambda pair: pair[0])
    return name if liking > 0 else None


def _like(part: str) -> tuple[str, float]:
    """Read one entry, such as ``br;q=0.8``; what cannot be read is not liked."""
    name, _, parameter = part.strip().lower().partition(";")
    quality = parameter.strip().removeprefix("q=") if parameter else "1"
    try:
        return name.strip(), float(quality)
    except ValueError:
        return name.strip(), 0.0
