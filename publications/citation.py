"""How to cite a publication, as text and for reference managers."""

from collections.abc import Sequence
from dataclasses import dataclass

from cms.core.publicpaths import address

RIS_TYPES = {"RESEARCH_PAPER": "JOUR", "ANNUAL_REPORT": "RPRT"}
TEX_ESCAPES = str.maketrans({char: f"\\{char}" for char in "&%$#_{}"})


@dataclass(frozen=True)
class Citation:
    """The facts that a citation names, in three forms."""

    title: str
    year: int
    authors: Sequence[str]
    collectives: Sequence[str]
    kind: str
    doi: str
    isbn: str
    url: str
    language: str
    slug: str

    @property
    def address(self) -> str:
        """The DOI's resolver, else the page."""
        return f"https://doi.org/{self.doi}" if self.doi else address(self.url)

    @property
    def text(self) -> str:
        """Authors (year): title. Address."""
        names = ", ".join([*self.authors, *self.collectives])
        lead = f"{names} ({self.year})" if names else str(self.year)
        return f"{lead}: {self.title}. {self.address}"

    @property
    def bibtex(self) -> str:
        """A BibTeX entry; collective names are kept in one piece by braces."""
        names = [name.translate(TEX_ESCAPES) for name in self.authors]
        names += [f"{{{name.translate(TEX_ESCAPES)}}}" for name in self.collectives]
        fields = {
            "title": f"{{{self.title.translate(TEX_ESCAPES)}}}",
            "author": " and ".join(names),
            "year": str(self.year),
            "doi": self.doi,
            "isbn": self.isbn,
            "url": self.address,
            "language": self.language,
        }
        body = "".join(
            f"  {name} = {{{value}}},\n" for name, value in fields.items() if value
        )
        return f"@techreport{{{self.slug},\n{body}}}"

    @property
    def ris(self) -> str:
        """A RIS record (one tag a line, ended by ER)."""
        lines = [
            ("TY", RIS_TYPES.get(self.kind, "BOOK")),
            *(("AU", name) for name in [*self.authors, *self.collectives]),
            ("TI", self.title),
            ("PY", str(self.year)),
            ("DO", self.doi),
            ("SN", self.isbn),
            ("UR", self.address),
            ("LA", self.language),
            ("ER", ""),
        ]
        return "\r\n".join(
            f"{tag}  - {value}" for tag, value in lines if value or tag == "ER"
        )
