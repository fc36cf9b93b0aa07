"""The queries of a document with the answers that it shows beneath them.

A query is a `graphql` block, a `curl` with `query=…` in a `sh` block, or the body of an
`http` block; its answer is the `json` block that follows. In an answer, `…` stands for
what is left out:

- as a value, for any value; at the end of a text, for the rest of it
- as a key of an object, for further keys
- as the last item of a list, for further items
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LEFT_OUT = "…"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CURL = re.compile(r"--data-urlencode 'query=([^']*)'")


@dataclass(frozen=True)
class Example:
    """A request, and the answer that the document shows; None where it shows none."""

    body: dict[str, Any]
    answer: Any

    @property
    def query(self) -> str:
        """What is asked."""
        query: str = self.body["query"]
        return query


def examples_in(text: str) -> Iterator[Example]:
    """Yield every query of a document."""
    blocks: list[tuple[str, str]] = BLOCK.findall(text)
    for (kind, content), (next_kind, answer) in zip(
        blocks, [*blocks[1:], ("", "")], strict=True
    ):
        for body in _bodies(kind, content):
            yield Example(body, json.loads(answer) if next_kind == "json" else None)


def _bodies(kind: str, content: str) -> list[dict[str, Any]]:
    match kind:
        case "graphql":
            return [{"query": content}]
        case "sh":
            return [{"query": query} for query in CURL.findall(content)]
        case "http":
            return [json.loads(content.partition("\n\n")[2])]
    return []


def completed(shown: Any, real: Any) -> Any:
    """Return a shown answer with what it leaves out filled in from the real one."""
    match shown, real:
        case str(), _ if shown == LEFT_OUT:
            return real
        case str(), str() if shown.endswith(LEFT_OUT):
            return real if real.startswith(shown.removesuffix(LEFT_OUT)) else shown
        case dict(), dict():
            rest = real if LEFT_OUT in shown else {}
            named = {key: shown[key] for key in shown if key != LEFT_OUT}
            return {**rest, **{k: completed(v, real.get(k)) for k, v in named.items()}}
        case list(), list():
            items = shown[:-1] if shown[-1:] == [LEFT_OUT] else shown
            known = [completed(*pair) for pair in zip(items, real, strict=False)]
            return [*known, *items[len(real) :], *_rest(shown, items, real)]
    return shown


def _rest(shown: list[Any], items: list[Any], real: list[Any]) -> list[Any]:
    return real[len(items) :] if len(items) < len(shown) else []
