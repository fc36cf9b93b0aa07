"""What frontends get for the contract's operations on the demo content, word for word.

Each file in `expected/` is one case: `<Operation>.<language>[-<what>].json` with the
variables that are sent and the whole answer, in the form of `tests/stable_answers.py`.
A new case is a new file with its variables; `pytest tests/contract --rewrite-expected`
writes the answers.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.stable_answers import as_text, difference

FOLDER = Path(__file__).parent / "expected"
# As `make run` sets it, so that its answers are these.
FALLBACKS = {"de": ("en",), "uk": ("en",), "el": ("en",), "ar": ("fr", "en")}
MEANING = """\
Frontends get another answer to {case} than before.
If that is a mistake, mend it. If it is meant: run
    .venv/bin/python -m pytest tests/contract --rewrite-expected
read the difference in Git as a frontend developer would, and tell them under
*GraphQL API* in CHANGELOG.md.

{difference}"""


@dataclass(frozen=True)
class Case:
    """One operation with its variables, and what it answers."""

    path: Path

    @property
    def operation(self) -> str:
        """The operation's name."""
        return self.path.name.split(".")[0]

    @property
    def language(self) -> str:
        """The code of the language that is asked for."""
        return self.path.name.split(".")[1].split("-")[0]

    @property
    def content(self) -> dict[str, Any]:
        """What the file holds."""
        return json.loads(self.path.read_text())

    @property
    def variables(self) -> dict[str, Any]:
        """What is sent."""
        return self.content["variables"]

    def write(self, answer: dict[str, Any]) -> None:
        """Take an answer for the expected one."""
        content = {"variables": self.variables, "answer": answer}
        self.path.write_text(as_text(content) + "\n")

    def difference(self, answer: dict[str, Any]) -> str:
        """Say what is not as expected; empty where nothing is."""
        found = difference(self.content.get("answer"), answer)
        return MEANING.format(case=self.path.stem, difference=found) if found else ""


def cases() -> list[Case]:
    """Return every case of the repository."""
    return [Case(path) for path in sorted(FOLDER.glob("*.json"))]
