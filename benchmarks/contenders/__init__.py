"""Who answers: this API and the stacks beside it."""

from benchmarks.contenders import floor, grapple, ours, rest, strawberry
from benchmarks.contenders.contender import Contender

CONTENDERS: dict[str, Contender] = {
    module.CONTENDER.name: module.CONTENDER
    for module in (ours, grapple, rest, strawberry, floor)
}

__all__ = ["CONTENDERS", "Contender"]
