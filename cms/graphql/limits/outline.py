"""What a query's tokens say of its shape, gathered without building a tree."""

from collections import Counter
from dataclasses import dataclass, field

INTROSPECTION = ("__schema", "__type")


@dataclass(slots=True)
class Spread:
    """A fragment's use: how deep it stands, and whether below ``__schema``."""

    name: str
    level: int
    introspects: bool


@dataclass(slots=True)
class Definition:
    """An operation or a fragment: what stands in it, other fragments left aside."""

    aliases: int = 0
    depth: int = 0
    introspection_depth: int = 0
    spreads: list[Spread] = field(default_factory=list)


class Outline:
    """The operations and fragments of a document, read token by token."""

    def __init__(self) -> None:
        self.operations: list[Definition] = []
        self.fragments: dict[str, Definition] = {}
        self.occurrences = Counter[str]()  # response names; "..." spreads, "{" wholes
        self._definition = Definition()
        self._head: list[str] = []
        self._parentheses = 0
        self._levels: list[bool] = []  # per open brace: is it a field's?
        self._level = 0
        self._introspects = False
        self._last = self._before = ""
        self._is_inline = False

    def read(self, word: str) -> None:
        """Take the next token; none makes this fail."""
        if word == "(":
            self._parentheses += 1
        elif word == ")":
            self._parentheses = max(0, self._parentheses - 1)
        elif self._parentheses:
            return  # arguments, variables and values hold no selections
        elif word == "{":
            self._open()
        elif word == "}":
            self._close()
        elif self._levels:
            self._select(word)
        elif word[0] != '"':  # a description
            self._head.append(word)
        self._before, self._last = self._last, word

    def _open(self) -> None:
        if not self._levels:
            self._define()
        # An inline fragment stands on the level of the fields around it.
        is_level = not (self._is_inline or self._last == "...")
        self._is_inline = False
        self._levels.append(is_level)
        if is_level:
            self._level += 1
            self._reach(self._level)

    def _define(self) -> None:
        """Begin a definition; a fragment that is defined twice counts as both."""
        self.occurrences["{"] += 1
        match self._head:
            case ["fragment", name, *_]:
                self._definition = self.fragments.setdefault(name, Definition())
            case _:
                self._definition = Definition()
                self.operations.append(self._definition)
        self._introspects = False

    def _reach(self, level: int) -> None:
        found = self._definition
        if self._introspects and level > 1:
            found.introspection_depth = max(found.introspection_depth, level)
        else:
            found.depth = max(found.depth, level)

    def _close(self) -> None:
        self._is_inline = False
        if self._levels and self._levels.pop():
            self._level -= 1
        if not self._levels:
            self._head = []

    def _select(self, word: str) -> None:
        last = self._last
        if last == "...":
            self._spread(word)
        elif word == ":":
            self._definition.aliases += 1
        elif word[0] in "@." or last == "@" or self._names_type():
            return
        else:
            self._is_inline = False
            if last != ":":
                self.occurrences[word] += 1
            if self._level == 1:
                self._introspects = word in INTROSPECTION

    def _spread(self, word: str) -> None:
        self._is_inline = word in ("on", "@")
        if not self._is_inline:
            introspects = self._introspects and self._level > 1
            self.occurrences["..."] += 1
            self._definition.spreads.append(Spread(word, self._level, introspects))

    def _names_type(self) -> bool:
        return self._last == "on" and self._before == "..."
