"""How large a content set is."""

import json
from dataclasses import asdict, dataclass
from typing import Final

LANGUAGES: Final = ("en", "fr", "de")
VERSION: Final = 3  # raise it when the content itself changes: sets are built anew


@dataclass(frozen=True)
class Sizes:
    """How much there is of everything; articles count once, not per language."""

    articles: int = 1000
    authors: int = 50
    topics: int = 20
    pictures: int = 100
    related: int = 3

    @property
    def database(self) -> str:
        """Return the name of the database of this number of articles."""
        return f"bench_{self.articles}"

    @property
    def stamp(self) -> str:
        """Return what is noted in a database that holds this content."""
        return json.dumps({"version": VERSION, **asdict(self)}, sort_keys=True)
