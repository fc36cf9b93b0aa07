"""Reading the demo content: YAML files in, items under their keys out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from cms.demo.errors import DemoError
from cms.demo.texts import LANGUAGES, is_text, say, texts_in

CONTENT_DIR = Path(__file__).parent / "content"
DEFAULT_LANGUAGE = "en"

# The C parser where PyYAML has it: ten times as fast.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Item:
    """One thing of the demo: its key, its file and what the file says about it."""

    key: str
    file: str
    raw: Mapping[str, Any]
    parent: str | None = None
    position: int = 0
    offered: tuple[str, ...] = LANGUAGES

    @property
    def slug(self) -> str:
        """The name that other files use."""
        return str(self.raw.get("slug") or self.key)

    @property
    def original(self) -> str:
        """The language that it was written in, or English where that is not offered."""
        written_in = self.raw.get("original", DEFAULT_LANGUAGE)
        return str(written_in) if written_in in self.offered else DEFAULT_LANGUAGE

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that it is in; a name alone is at home in all of them."""
        title = self.raw.get("title") or self.raw.get("name")
        names = title if is_text(title) else self._languages_of_any_text()
        return tuple(code for code in self.offered if code in names)

    def text(self, name: str, language: str = "") -> str:
        """Return one of its texts, in the original's language unless told."""
        return say(self.raw.get(name), language or self.original)

    def keys(self, name: str, kind: str) -> list[str]:
        """Return the keys of the items of a kind that a field lists."""
        return [f"{kind}:{slug}" for slug in self.raw.get(name) or []]

    def fail(self, message: str) -> DemoError:
        """Return an error that names the file."""
        return DemoError(f"{self.file}: {message}")

    def _languages_of_any_text(self) -> Sequence[str]:
        """A person's name is the same everywhere; the role tells the languages."""
        texts = (value for value in texts_in(self.raw) if is_text(value))
        return [*next(texts, {self.original: ""})]


@dataclass(frozen=True)
class Content:
    """All items under their keys, in the order in which they are made."""

    items: Mapping[str, Item]
    redirects: Sequence[Mapping[str, Any]]
    aliases: Sequence[Mapping[str, Any]]

    def of(self, *kinds: str) -> list[Item]:
        """Return the items of some kinds."""
        return [item for item in self.items.values() if kind_of(item.key) in kinds]


def kind_of(key: str) -> str:
    """Return what an item is: ``news`` for ``news:a-bridge``."""
    return key.partition(":")[0]


def key_of(reference: str) -> str:
    """Return the key of a reference: ``page:about/values`` is ``page:values``."""
    kind, _colon, path = reference.partition(":")
    return f"{kind}:{path.rpartition('/')[2]}" if path else kind


def read_content(
    languages: Sequence[str] = LANGUAGES, folder: Path = CONTENT_DIR
) -> Content:
    """Read every content file, for a site in some of the demo's languages."""
    offered = tuple(code for code in LANGUAGES if code in languages)
    special = _read(folder / "special.yaml")
    items = [
        *_terms(folder, "topic", "topics.yaml"),
        *_terms(folder, "section", "sections.yaml"),
        *_terms(folder, "series", "series.yaml"),
        *_listed(folder, "organisation", "organisations.yaml"),
        *_listed(folder, "person", "people.yaml"),
        *_home_and_indexes(folder),
        *_folder(folder, "page", "pages"),
        *_folder(folder, "project", "projects"),
        *_folder(folder, "publication", "publications"),
        *_folder(folder, "news", "news"),
        *_special(special),
        *_site_wide(folder),
    ]
    return Content(
        items={item.key: replace(item, offered=offered) for item in items},
        redirects=_read(folder / "redirects.yaml"),
        aliases=special["aliases"],
    )


def _read(path: Path) -> Any:
    try:
        return yaml.load(path.read_text("utf-8"), Loader)  # noqa: S506 a safe loader
    except (OSError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise DemoError(f"{path.name}: it cannot be read ({reason}).") from error


def _terms(folder: Path, kind: str, name: str) -> Iterator[Item]:
    yield from _branch(_read(folder / name), kind, name, None)


def _branch(
    rows: Sequence[Mapping[str, Any]], kind: str, name: str, parent: str | None
) -> Iterator[Item]:
    for position, row in enumerate(rows):
        own = {field: value for field, value in row.items() if field != "children"}
        item = Item(f"{kind}:{row['slug']}", name, own, parent, position)
        yield item
        yield from _branch(row.get("children") or [], kind, name, item.key)


def _listed(folder: Path, kind: str, name: str) -> Iterator[Item]:
    for row in _read(folder / name):
        yield Item(f"{kind}:{row['slug']}", name, row)


def _home_and_indexes(folder: Path) -> Iterator[Item]:
    yield Item("home", "pages/home.yaml", _read(folder / "pages" / "home.yaml"))
    for row in _read(folder / "indexes.yaml"):
        yield Item(row["key"], "indexes.yaml", row, parent="home")


def _folder(folder: Path, kind: str, name: str) -> Iterator[Item]:
    """Yield a folder's items, those without a parent of their kind first."""
    paths = [path for path in (folder / name).glob("*.yaml") if path.stem != "home"]
    items = [_page(kind, f"{name}/{path.name}", _read(path)) for path in sorted(paths)]
    yield from sorted(items, key=lambda item: bool(item.raw.get("parent")))


def _page(kind: str, file: str, row: Mapping[str, Any]) -> Item:
    above = {"page": "home"}.get(kind, f"{kind}-index")
    parent = f"{kind}:{row['parent']}" if row.get("parent") else above
    return Item(f"{kind}:{row['slug']}", file, row, parent)


def _special(special: Mapping[str, Any]) -> Iterator[Item]:
    for row in special["pages"]:
        yield _page(row["kind"], "special.yaml", row)


def _site_wide(folder: Path) -> Iterator[Item]:
    site = _read(folder / "site.yaml")
    texts = {name: value for name, value in site.items() if name != "menus"}
    yield Item("site-texts", "site.yaml", texts)
    for name, entries in site["menus"].items():
        yield Item(f"menu:{name}", "site.yaml", {"name": name, "entries": entries})
