"""Keys: what an answer was made of, as small values with a short text."""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import quote

from django.db.models import Model

from cms.core.models import Term

Value = str | int
LONGEST = 60  # characters of a value; what is longer is told by a digest
DIGEST = 12  # bytes


class Key(NamedTuple):
    """Rows of a model: one, those that share a value, or all; maybe of one language.

    As text: `wagtailcore.page:12`, `news.newspage@3:year=2026`, `news.newspage@3`,
    `core.topic`. The number after `@` is a locale's id.
    """

    model: str
    name: str = ""
    value: Value = ""
    locale_id: int | None = None

    def __str__(self) -> str:
        """Return the text by which a cache knows the key: no spaces, 150 at most."""
        language = "" if self.locale_id is None else f"@{self.locale_id}"
        if self.name:
            return f"{self.model}{language}:{self.name}={_short(self.value)}"
        return f"{self.model}{language}" + (f":{self.value}" if self.is_row else "")

    @property
    def is_row(self) -> bool:
        """Whether it stands for one row."""
        return not self.name and self.value != ""


def _short(value: Value) -> str:
    text = quote(str(value), safe="/~")
    if len(text) <= LONGEST:
        return text
    return "~" + blake2b(text.encode(), digest_size=DIGEST).hexdigest()


@cache
def table_of(model: type[Model]) -> str:
    """Return the label of the model that an id belongs to: a page's is `Page`."""
    parents = list(model._meta.get_parent_list())
    root = parents[-1] if parents else model
    return root._meta.label_lower


def row_key(model: type[Model], pk: int) -> Key:
    """Return the key of one row; a term stands for its whole vocabulary."""
    if issubclass(model, Term):
        return all_of(model)
    return Key(table_of(model), value=pk)


def all_of(model: type[Model], locale_id: int | None = None) -> Key:
    """Return the key of all rows of a model, or of all in one language."""
    return Key(model._meta.label_lower, locale_id=locale_id)


def labels_of(model: type[Model]) -> Iterator[str]:
    """Yield the labels of a model and of those whose rows its rows are, too."""
    yield model._meta.label_lower
    for parent in model._meta.get_parent_list():
        yield parent._meta.label_lower
