"""Streams whose choosers keep what was chosen, and load nothing.

Wagtail's own load their rows for each stream and each kind of block anew. Here
``Targets`` loads them, once for all the streams of a list.
"""

from collections.abc import Mapping
from copy import copy
from typing import Any

from wagtail.blocks import Block, ChooserBlock, ListBlock, StreamValue

from cms.graphql.chosen import Chosen, model_of


class UnloadedBlock(Block):
    """Stands in the place of a chooser."""

    def __init__(self, chooser: ChooserBlock) -> None:
        super().__init__()
        self._chooser = chooser
        self.set_name(chooser.name)

    def to_python(self, value: Any) -> Chosen | None:
        """Return what was chosen."""
        known = isinstance(value, int)
        return Chosen(model_of(self._chooser), value) if known else None


def unloaded(stream: StreamValue) -> StreamValue:
    """Return the same stream with a ``Chosen`` in the place of each chosen row."""
    return _twin_of(stream.stream_block).to_python(list(stream.raw_data))


def _twin_of(block: Block) -> Any:
    """Return a definition's twin; definitions live as long as the process does."""
    known = _twins.get(id(block))
    if known is None:
        known = _twins[id(block)] = block, _twin(block)
    return known[1]


_twins: dict[int, tuple[Block, Any]] = {}  # by identity: blocks have no hash


def _twin(block: Block) -> Any:
    if isinstance(block, ChooserBlock):
        return UnloadedBlock(block)
    twin: Any = copy(block)
    if isinstance(block, ListBlock):
        twin.child_block = _twin(block.child_block)
    elif isinstance(children := getattr(block, "child_blocks", None), Mapping):
        twin.child_blocks = {name: _twin(child) for name, child in children.items()}
    return twin
