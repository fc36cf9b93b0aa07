"""Checking that what content files name is there, before anything is made."""

from collections.abc import Iterator, Mapping
from typing import Any

from cms.demo.content import Content, Item, key_of
from cms.demo.pictures import SCENES

# The field of a file, and the kind of the items that it names.
NAMED = {
    "topics": "topic",
    "section": "section",
    "series": "series",
    "authors": "person",
    "contacts": "person",
    "projects": "project",
    "collective_authors": "organisation",
    "organisation": "organisation",
    "funder": "organisation",
}
REFERRING = frozenset({"page", "pages", "related", "to", "of", "below"})
KINDS_OF_PAGES = frozenset(
    {"home", "news-index", "project-index", "publication-index"}
    | {"page", "news", "project", "publication"}
)


def check_references(content: Content) -> None:
    """Raise an error that names file and reference, if one leads nowhere."""
    for item in content.items.values():
        keys = [*_keys_named_in(item), *([item.parent] if item.parent else [])]
        for key in keys:
            if key not in content.items:
                raise item.fail(f"there is no “{key}”; check its slug.")
        for scene in _scenes_in(item.raw):
            if scene not in SCENES:
                raise item.fail(f"nobody can draw “{scene}”; see cms/demo/pictures.")


def _keys_named_in(item: Item) -> Iterator[str]:
    """Yield the keys of all that an item names."""
    for name, value in _fields_in(item.raw):
        for word in value if isinstance(value, list) else [value]:
            if not isinstance(word, str):
                continue
            if name in REFERRING and word.partition(":")[0] in KINDS_OF_PAGES:
                yield key_of(word)
            elif name in NAMED and word:
                yield f"{NAMED[name]}:{word}"


def _fields_in(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name != "quote":  # whose organisation is words for readers, not a slug
                yield name, inner
                yield from _fields_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields_in(inner)


def _scenes_in(value: Any) -> Iterator[str]:
    return (scene for name, scene in _fields_in(value) if name == "scene")
