"""Blocks of a StreamField, as nodes that resolvers can read."""

from dataclasses import dataclass, field
from typing import Any

import graphene
from grapple.registry import registry
from wagtail.blocks import Block, StreamValue, URLBlock
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.struct_block import StructValue
from wagtail.rich_text import RichText

from cms.core.headings import headings
from cms.core.richtext.addresses import followable
from cms.graphql.chosen import chosen
from cms.graphql.targets import Targets
from cms.graphql.unloaded import unloaded


@dataclass(frozen=True, eq=False)
class BlockNode:
    """A block's value, with what is needed to show it to one reader."""

    block: type[Block]
    value: Any
    targets: Targets
    language_code: str
    id: str | None = None
    computed: dict[str, Any] = field(default_factory=dict)

    def read(self, source: str) -> Any:
        """Return a child's value, or what the value object says of itself."""
        if source in self.computed:
            return self.computed[source]
        if isinstance(self.value, StructValue) and source in self.value:
            value = self.value[source]
            is_address = isinstance(self.value.block.child_blocks[source], URLBlock)
            return followable(value or "") if is_address else value
        return self.value if source == "value" else getattr(self.value, source)

    def child(
        self, block: type[Block], value: Any, id: str | None = None
    ) -> "BlockNode":
        """Return a node for a value inside this one."""
        return BlockNode(block, value, self.targets, self.language_code, id)

    def items(self, block: type[Block], values: Any) -> list["BlockNode"]:
        """Return nodes for the items of a list inside this one, with their ids."""
        if not isinstance(values, ListValue):
            return [self.child(block, value) for value in values or ()]
        return [self.child(block, item.value, item.id) for item in values.bound_blocks]


class StreamFieldInterface(graphene.Interface):
    """A block of a page's body."""

    id = graphene.String(
        required=True, description="Stays the same as long as the block does."
    )
    block_type = graphene.String(
        required=True, description="The name of its GraphQL type."
    )

    @classmethod
    def resolve_type(cls, node, info):
        return registry.streamfield_blocks[node.block]

    def resolve_block_type(node, info):
        return registry.streamfield_blocks[node.block]._meta.name


def stream_nodes(stream: StreamValue, targets: Targets, code: str) -> list[BlockNode]:
    """Return the blocks of a stream, in their order; what they name comes at once."""
    targets.add(chosen(stream.stream_block, list(stream.raw_data)))
    return child_nodes(unloaded(stream), targets, code)


def child_nodes(stream: StreamValue, targets: Targets, code: str) -> list[BlockNode]:
    """Return the blocks of a stream in which nothing is loaded."""
    children = list(stream)
    anchors = {heading.block_id: heading.anchor for heading in headings(children)}
    return [
        BlockNode(
            block=type(child.block),
            value=child.value,
            targets=targets,
            language_code=code,
            id=child.id,
            computed={"anchor": anchors[child.id]} if child.id in anchors else {},
        )
        for child in children
    ]


def html_of(value: Any, targets: Targets) -> str:
    """Return rich text, as a block or a model field stores it, as clean HTML."""
    return targets.html(value.source if isinstance(value, RichText) else value or "")
