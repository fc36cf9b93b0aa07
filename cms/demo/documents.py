"""Files to download: PDF documents written from the items' own texts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.files.base import ContentFile

from cms.core.models import CustomDocument
from cms.core.slugs import slug_from
from cms.demo.content import Item
from cms.demo.load import Load
from cms.demo.pdf import write_pdf
from cms.demo.pdf_sections import sections_of
from cms.demo.texts import say

COLLECTION_KEY = "collection:demo"
INTERNAL_COLLECTION_KEY = "collection:demo-internal"


def document_key(item: Item, raw: Mapping[str, Any]) -> str:
    """Return the key of one of an item's files."""
    return f"document:{item.key}/{slug_from(say(raw['title'], item.original))}"


def items_with_documents(items: Sequence[Item]) -> list[Item]:
    """Return the items that have files."""
    return [item for item in items if next(_files_of(item), None)]


def make_documents(load: Load, item: Item) -> None:
    """Write an item's files, each in its language."""
    for raw in _files_of(item):
        key, language = document_key(item, raw), raw["language"]
        if load.marks.is_made(key) or language not in item.languages:
            continue
        where = INTERNAL_COLLECTION_KEY if raw.get("internal") else COLLECTION_KEY
        title = say(raw["title"], language)
        document = CustomDocument(
            title=title,
            language=language,
            collection_id=load.marks.need(where),
            file=ContentFile(
                _write(load, item, language), f"demo-{item.slug}-{language}.pdf"
            ),
        )
        document._set_document_file_metadata()  # as Wagtail's own upload does
        document.save()
        load.marks.add(key, document)


def _write(load: Load, item: Item, language: str) -> bytes:
    return write_pdf(
        title=item.text("title", language),
        lead=item.text("lead", language),
        author=_author(load, item, language),
        language=language,
        sections=sections_of(item, language),
    )


def _author(load: Load, item: Item, language: str) -> str:
    """Return the names on the cover: the collective authors, else the network."""
    keys = item.keys("collective_authors", "organisation")
    names = [_name(load.content.items[key], language) for key in keys]
    return ", ".join(names) or load.content.items["site-texts"].text("name")


def _name(item: Item, language: str) -> str:
    return item.text("name", language if language in item.languages else item.original)


def _files_of(item: Item) -> Iterator[Mapping[str, Any]]:
    yield from item.raw.get("files") or ()
    for block in item.raw.get("body") or ():
        yield from block.get("documents") or ()
