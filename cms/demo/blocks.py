"""The blocks of a content file as a StreamField stores them."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from cms.demo.content import Item, key_of
from cms.demo.documents import document_key
from cms.demo.load import Load
from cms.demo.picture_list import CREDIT, picture_key
from cms.demo.rich_text import paragraph, paragraphs
from cms.demo.texts import say

Raw = Mapping[str, Any]

# The same block of the same item has the same id in every installation.
ID_NAMESPACE = uuid.UUID("0d6f8d0e-52a4-4b0c-9d5c-5f2a7b0b6a51")


class BlockWriter:
    """Writes the blocks of one of an item's fields, in the original's language."""

    def __init__(self, load: Load, item: Item, field: str = "body") -> None:
        self._marks = load.marks
        self._item = item
        self._field = field
        self._language = item.original
        self._count = 0

    def body(self, blocks: Sequence[Raw] | None) -> list[dict[str, Any]]:
        """Write a body."""
        pairs = [next(iter(block.items())) for block in blocks or ()]
        return [self.child(kind, self._value(kind, raw)) for kind, raw in pairs]

    def links(self, kind: str, links: Sequence[Raw]) -> list[dict[str, Any]]:
        """Write a stream of links, such as a menu's entries."""
        values = [self._link(link) for link in links if self._leads_somewhere(link)]
        return [self.child(kind, value) for value in values]

    def menu(self, entries: Sequence[Raw]) -> list[dict[str, Any]]:
        """Write a menu, whose entries have entries below them."""
        return [
            self.child(
                "entry",
                {
                    **self._link(entry),
                    "children": self._link_items(entry.get("children") or ()),
                },
            )
            for entry in entries
            if self._leads_somewhere(entry)
        ]

    def child(self, kind: str, value: Any) -> dict[str, Any]:
        """Write a stream's child with an id of its own."""
        self._count += 1
        name = f"{self._item.key}/{self._field}/{self._count}"
        return {"type": kind, "id": str(uuid.uuid5(ID_NAMESPACE, name)), "value": value}

    def _value(self, kind: str, raw: Any) -> Any:
        writer = getattr(self, f"_{kind}", None)
        if writer is None:
            raise self._item.fail(f"there is no block “{kind}”.")
        return writer(raw)

    def _items(self, values: Sequence[Any]) -> list[dict[str, Any]]:
        """Write a list: wagtail-localize finds no texts in one without ids."""
        return [self.child("item", value) for value in values]

    def _say(self, text: Any) -> str:
        return say(text, self._language)

    def _heading(self, raw: Raw) -> Raw:
        return {"text": self._say(raw["text"]), "level": str(raw["level"])}

    def _paragraph(self, raw: Sequence[Any]) -> str:
        return paragraphs(raw, self._language)

    def _quote(self, raw: Raw) -> Raw:
        names = ("text", "name", "role", "organisation")
        return {name: self._say(raw.get(name)) for name in names}

    def _picture(self, raw: Raw) -> Raw:
        credit = raw.get("credit") or CREDIT
        return {
            "image": self._marks.need(picture_key(raw)),
            "alt": "",  # the picture's own, which is in every language
            "decorative": bool(raw.get("decorative")),
            "caption": self._say(raw.get("caption")),
            "credit": "" if credit == CREDIT else credit,
        }

    def _fact_box(self, raw: Raw) -> Raw:
        return {
            "title": self._say(raw.get("title")),
            "items": self._lines(raw["items"]),
        }

    def _key_figures(self, raw: Sequence[Raw]) -> Raw:
        names = ("value", "unit", "label", "source_title")
        figures = [
            {
                **{name: self._say(figure.get(name)) for name in names},
                "as_of": str(figure.get("as_of") or ""),
                "source_url": figure.get("source_url") or "",
            }
            for figure in raw
        ]
        return {"figures": self._items(figures)}

    def _checklist(self, raw: Raw) -> Raw:
        names = ("title", "addressee")
        texts = {name: self._say(raw.get(name)) for name in names}
        return {**texts, "items": self._lines(raw["items"])}

    def _steps(self, raw: Sequence[Raw]) -> Raw:
        steps = [
            {"title": self._say(step["title"]), "text": self._paragraph(step["text"])}
            for step in raw
        ]
        return {"steps": self._items(steps)}

    def _questions(self, raw: Sequence[Raw]) -> Raw:
        questions = [
            {
                "question": self._say(one["question"]),
                "answer": self._paragraph(one["answer"]),
            }
            for one in raw
        ]
        return {"questions": self._items(questions)}

    def _links(self, raw: Sequence[Raw]) -> Raw:
        return {"links": self._link_items(raw)}

    def _documents(self, raw: Sequence[Raw]) -> Raw:
        keys = [document_key(self._item, file) for file in raw]
        found = [pk for key in keys if (pk := self._marks.pk(key))]
        return {"documents": self._items(found)}

    def _embed(self, raw: Raw) -> Raw:
        return {"url": raw["url"], "title": self._say(raw["title"])}

    def _related_pages(self, raw: Raw) -> Raw:
        found = [pk for ref in raw["pages"] if (pk := self._marks.pk(key_of(ref)))]
        return {"title": self._say(raw.get("title")), "pages": self._items(found)}

    def _funding(self, raw: Raw) -> Raw:
        return {
            "funder": self._marks.pk(f"organisation:{raw['funder']}"),
            "statement": self._say(raw["statement"]),
            "disclaimer": self._say(raw.get("disclaimer")),
        }

    def _lines(self, texts: Sequence[Any]) -> list[dict[str, Any]]:
        return self._items([paragraph(self._say(text)) for text in texts])

    def _link_items(self, links: Sequence[Raw]) -> list[dict[str, Any]]:
        return self._items(
            [self._link(link) for link in links if self._leads_somewhere(link)]
        )

    def _link(self, raw: Raw) -> dict[str, Any]:
        return {
            "label": self._say(raw["label"]),
            "page": self._marks.pk(key_of(raw["page"])) if raw.get("page") else None,
            "document": None,
            "url": raw.get("url") or "",
        }

    def _leads_somewhere(self, raw: Raw) -> bool:
        return bool(raw.get("url") or self._marks.pk(key_of(raw["page"])))
