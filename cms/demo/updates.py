"""Changes to originals after they were translated, so that translations are stale."""

from collections.abc import Mapping
from typing import Any

from cms.demo.content import Item
from cms.demo.load import Load
from cms.demo.people_at_work import was_changed_by_somebody
from cms.demo.rich_text import as_html


def apply_updates(load: Load, item: Item) -> None:
    """Change an original's texts as its file says, and publish it again."""
    key = f"{item.key}#updated"
    page: Any = load.marks.instance(item.key)
    if load.marks.is_made(key) or page is None or was_changed_by_somebody(page):
        return
    for update in item.raw["updates"]:
        _replace(item, page, update["from"], update["to"])
    page.save_revision().publish()
    load.marks.add(key, page)


def _replace(item: Item, page: Any, old: str, new: str) -> None:
    before = [page.title, page.lead, page.body.get_prep_value()]
    after = [_replaced(value, old, new) for value in before]
    if before == after:
        raise item.fail(f"“{old}” is to be updated, but is not a text of it.")
    page.title, page.lead, page.body = after


def _replaced(value: Any, old: str, new: str) -> Any:
    if isinstance(value, str):
        return value.replace(old, new).replace(as_html(old), as_html(new))
    if isinstance(value, Mapping):
        return {name: _replaced(inner, old, new) for name, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(inner, old, new) for inner in value]
    return value
