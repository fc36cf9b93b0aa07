"""What stored rich text refers to, read without parsing it."""

import re
from collections.abc import Iterator

TAG = re.compile(r"<(?:a|embed)\b[^>]*>")
KIND = re.compile(r'\b(?:link|embed)type="(page|document|image)"')
NUMBER = re.compile(r'\bid="([0-9]{1,18})"')


def references(html: str) -> Iterator[tuple[str, int]]:
    """Yield `page`, `document` or `image` with the id, for all that is linked."""
    for tag in TAG.findall(html):
        kind, number = KIND.search(tag), NUMBER.search(tag)
        if kind and number:
            yield kind[1], int(number[1])
