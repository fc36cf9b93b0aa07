"""An item's body as the sections of a document."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from cms.demo.content import Item
from cms.demo.texts import say

LINK_TAGS = re.compile(r"</?a\b[^>]*>")

Say = Callable[[Any], str]
Section = tuple[str, list[str]]


def sections_of(item: Item, language: str) -> list[Section]:
    """Return headings with the texts below them, without what only a page can show."""

    def in_language(text: Any) -> str:
        return LINK_TAGS.sub("", say(text, language))

    sections: list[Section] = []
    for block in item.raw.get("body") or ():
        kind, raw = next(iter(block.items()))
        if kind == "heading":
            sections.append((in_language(raw["text"]), []))
        elif kind in WRITERS:
            if not sections:
                sections.append((item.text("title", language), []))
            sections[-1][1].extend(WRITERS[kind](raw, in_language))
    return sections


def _paragraphs(raw: Any, say_it: Say) -> list[str]:
    return [say_it(text) for text in raw]


def _quote(raw: Mapping[str, Any], say_it: Say) -> list[str]:
    said_by = ", ".join(filter(None, (raw.get("name"), say_it(raw.get("role")))))
    return [f"<i>{say_it(raw['text'])}</i> ({said_by})"]


def _points(raw: Mapping[str, Any], say_it: Say) -> list[str]:
    title = say_it(raw.get("title"))
    lines = [f"<b>{title}</b>"] if title else []
    return [*lines, *(f"• {say_it(text)}" for text in raw["items"])]


def _figures(raw: Any, say_it: Say) -> list[str]:
    lines: list[str] = []
    for figure in raw:
        number = f"{figure['value']} {say_it(figure.get('unit'))}".strip()
        lines.append(f"<b>{number}</b> {say_it(figure['label'])}")
    return lines


def _steps(raw: Any, say_it: Say) -> list[str]:
    lines: list[str] = []
    for number, step in enumerate(raw, start=1):
        lines.append(f"<b>{number}. {say_it(step['title'])}</b>")
        lines += _paragraphs(step["text"], say_it)
    return lines


def _questions(raw: Any, say_it: Say) -> list[str]:
    lines: list[str] = []
    for one in raw:
        lines.append(f"<b>{say_it(one['question'])}</b>")
        lines += _paragraphs(one["answer"], say_it)
    return lines


WRITERS: Mapping[str, Callable[[Any, Say], list[str]]] = {
    "paragraph": _paragraphs,
    "quote": _quote,
    "fact_box": _points,
    "checklist": _points,
    "key_figures": _figures,
    "steps": _steps,
    "questions": _questions,
}
