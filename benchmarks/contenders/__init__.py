"""Who answers: this API and the stacks beside it."""

from benchmarks.contenders import floor, ours
from benchmarks.contenders.contender import Contender

CONTENDERS: dict[str, Contender] = {
    contender.name: contender for contender in (ours.CONTENDER, floor.CONTENDER)
}

__all__ = ["CONTENDERS", "Contender"]
