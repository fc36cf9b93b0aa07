"""Tokens that nobody can guess, and what is kept of them."""

import hashlib
import secrets
from typing import Final

BYTES: Final = 32
LONGEST: Final = 64  # characters that are looked at; a token has 43


def new_token() -> str:
    """Return 256 random bits in letters that an address can hold."""
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """Return what is stored; any text has one, and none takes long."""
    start = token[:LONGEST].encode("utf-8", "surrogatepass")
    return hashlib.sha256(start).hexdigest()
