"""The filters of a card's six files, by the names that the REST API gives them."""

from typing import Final

CARDS: Final = {
    f"card_{width}_{kind}": spec if kind == "original" else f"{spec}|format-{kind}"
    for width, spec in ((400, "fill-400x250"), (800, "fill-800x500"))
    for kind in ("avif", "webp", "original")
}
