"""The headings of a body and the anchors that link to them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Heading:
    """A heading with an anchor that is its own in the body."""

    block_id: str
    title: str
    level: int
    anchor: str


def headings(body: Iterable[Any]) -> list[Heading]:
    """Return a body's headings; of equal ones, the later get a number."""
    seen: Counter[str] = Counter()
    found: list[Heading] = []
    for child in body:
        if child.block_type != "heading":
            continue
        anchor = child.value.anchor
        seen[anchor] += 1
        if seen[anchor] > 1:
            anchor = f"{anchor}-{seen[anchor]}"
        found.append(
            Heading(child.id, child.value["text"], child.value.level_number, anchor)
        )
    return found
