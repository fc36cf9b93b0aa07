"""Addresses that readers may follow, wherever an author or a translator wrote them."""

import re

from cms.core.richtext.clean import SCHEMES

_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_PATH = re.compile(r"/(?!/)")
_OTHER = re.compile(rf"(?:{'|'.join(sorted(SCHEMES - {'http', 'https'}))}):", re.I)
_MISREAD = re.compile(r"[\s\\\x00-\x1f\x7f]")  # browsers drop or turn these round


def followable(address: str) -> str:
    """Return the address, or nothing where following it could do harm."""
    if _MISREAD.search(address):
        return ""
    known = any(form.match(address) for form in (_WEB, _PATH, _OTHER))
    return address if known else ""
