"""Blocks nested at random, with what is stored of them and what an answer shows.

Every block is a class of its own, so that each becomes a GraphQL type; fields have an
alias of their own, so that a query may select all of them side by side.
"""

from dataclasses import dataclass
from itertools import count
from typing import Any

from grapple.models import GraphQLPage, GraphQLStreamfield, GraphQLString
from hypothesis import strategies as st
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    StreamBlock,
    StructBlock,
)

from cms.core.declarations import GraphQLBlock

_numbers = count(1)


@dataclass(frozen=True)
class Nested:
    """A kind of block, one stored value, and the selection and answer for it."""

    kind: type
    stored: Any
    selection: str
    answer: dict[str, Any]

    @property
    def name(self) -> str:
        """The name of its GraphQL type."""
        return self.kind.__name__


def _kind(base: type, fields: list[Any], **body: Any) -> type:
    name = f"Nested{next(_numbers)}Block"
    meta = type("Meta", (), {"graphql_description": "A block of a test."})
    return type(name, (base,), {"graphql_fields": fields, "Meta": meta, **body})


def text(word: str) -> Nested:
    """A struct of one text."""
    field = GraphQLString("text", required=True, description="A text.")
    kind = _kind(StructBlock, [field], text=CharBlock())
    alias = f"{kind.__name__}_text"
    return Nested(kind, {"text": word}, f"{alias}: text", {alias: word})


def words(given: list[str]) -> Nested:
    """A struct of a list of plain values."""
    field = GraphQLString("words", required=True, is_list=True, description="Words.")
    kind = _kind(StructBlock, [field], words=ListBlock(CharBlock()))
    alias = f"{kind.__name__}_words"
    stored = {"words": [_item(place, word) for place, word in enumerate(given)]}
    return Nested(kind, stored, f"{alias}: words", {alias: given})


def page(chosen: Any, title: str | None) -> Nested:
    """A struct with a page that is shown under its title, or not at all."""
    field = GraphQLPage("page", description="A page.")
    kind = _kind(StructBlock, [field], page=PageChooserBlock(required=False))
    alias = f"{kind.__name__}_page"
    answer = {alias: {"title": title} if title else None}
    return Nested(kind, {"page": chosen.pk}, f"{alias}: page {{ title }}", answer)


def part(inner: Nested) -> Nested:
    """A struct in a struct."""
    field = GraphQLBlock("part", inner.kind, description="A part.")
    kind = _kind(StructBlock, [field], part=inner.kind())
    alias = f"{kind.__name__}_part"
    selection = f"{alias}: part {{ {inner.selection} }}"
    return Nested(kind, {"part": inner.stored}, selection, {alias: inner.answer})


def items(inner: Nested, times: int) -> Nested:
    """A struct with a list of structs, streams or lists."""
    field = GraphQLBlock("items", inner.kind, is_list=True, description="Items.")
    kind = _kind(StructBlock, [field], items=ListBlock(inner.kind()))
    return _listed(kind, "items", {"items": _items(inner, times)}, inner, times)


def rows(inner: Nested, times: int) -> Nested:
    """A list as a block of its own."""
    field = GraphQLBlock(
        "rows", inner.kind, source="value", is_list=True, description="Rows."
    )
    name = f"Nested{next(_numbers)}Block"
    body = {"graphql_fields": [field], "__init__": _list_of(inner.kind)}
    kind = type(name, (ListBlock,), body)
    return _listed(kind, "rows", _items(inner, times), inner, times)


def _list_of(kind: type) -> Any:
    def init(self: Any, **kwargs: Any) -> None:
        ListBlock.__init__(self, kind(), **kwargs)

    return init


def _listed(kind: type, field: str, stored: Any, inner: Nested, times: int) -> Nested:
    alias = f"{kind.__name__}_{field}"
    shown = [{"id": f"id-{place}", **inner.answer} for place in range(times)]
    selection = f"{alias}: {field} {{ id {inner.selection} }}"
    return Nested(kind, stored, selection, {alias: shown})


def stream(parts: list[Nested]) -> Nested:
    """A struct with a stream."""
    field = GraphQLStreamfield("inner", required=True, description="A stream.")
    kind = _kind(StructBlock, [field], inner=_stream_block(parts))
    return _streamed(kind, "inner", {"inner": _children(parts)}, parts)


def blocks(parts: list[Nested]) -> Nested:
    """A stream as a block of its own, to stand in a stream or a list."""
    field = GraphQLStreamfield(
        "blocks", source="value", required=True, description="A stream."
    )
    children = {f"child{place}": one.kind() for place, one in enumerate(parts)}
    kind = _kind(StreamBlock, [field], **children)
    return _streamed(kind, "blocks", _children(parts), parts)


def _streamed(kind: type, field: str, stored: Any, parts: list[Nested]) -> Nested:
    alias = f"{kind.__name__}_{field}"
    selection = f"{alias}: {field} {{ {select(parts)} }}"
    return Nested(kind, stored, selection, {alias: shown(parts)})


def select(parts: list[Nested]) -> str:
    """Return the selection of a stream of these blocks."""
    each = (f"... on {one.name} {{ {one.selection} }}" for one in parts)
    return f"id blockType {' '.join(each)}"


def shown(parts: list[Nested]) -> list[dict[str, Any]]:
    """Return what an answer shows of a stream of these blocks."""
    return [
        {"id": f"id-{place}", "blockType": one.name, **one.answer}
        for place, one in enumerate(parts)
    ]


def top(parts: list[Nested]) -> tuple[StreamBlock, list[dict[str, Any]]]:
    """Return a stream of these blocks, and what is stored of it."""
    return _stream_block(parts), _children(parts)


def _stream_block(parts: list[Nested]) -> StreamBlock:
    return StreamBlock([(f"child{p}", one.kind()) for p, one in enumerate(parts)])


def _children(parts: list[Nested]) -> list[dict[str, Any]]:
    return [
        {"type": f"child{place}", "id": f"id-{place}", "value": one.stored}
        for place, one in enumerate(parts)
    ]


def _items(inner: Nested, times: int) -> list[dict[str, Any]]:
    return [_item(place, inner.stored) for place in range(times)]


def _item(place: int, value: Any) -> dict[str, Any]:
    return {"type": "item", "id": f"id-{place}", "value": value}


def nested(visible: Any, hidden: Any) -> st.SearchStrategy[Nested]:
    """Return blocks nested at random, with a visible and a hidden page in them."""
    word = st.text("abcdef", min_size=1, max_size=4)
    leaves = st.one_of(
        word.map(text),
        st.lists(word, max_size=3).map(words),
        st.sampled_from([(visible, visible.title), (hidden, None)]).map(
            lambda pair: page(*pair)
        ),
    )

    def around(inner: st.SearchStrategy[Nested]) -> st.SearchStrategy[Nested]:
        some = st.lists(inner, max_size=3)
        times = st.integers(0, 3)
        return st.one_of(
            inner.map(part),
            st.builds(items, inner, times),
            st.builds(rows, inner, times),
            some.map(stream),
            some.map(blocks),
        )

    return st.recursive(leaves, around, max_leaves=8)
