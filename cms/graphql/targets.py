"""What links and pictures inside texts lead to, each looked up once a request."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.core.languages import bcp47
from cms.core.media.presets import PRESETS
from cms.core.models import CustomImage
from cms.core.richtext.links import ShownPicture, Target, render
from cms.core.richtext.references import references
from cms.graphql import loaders
from cms.graphql.context import ApiContext
from cms.graphql.images import renditions_of

IN_TEXT = PRESETS["HERO"]


class Targets:
    """Pages, files and pictures by id, as a reader of one language gets them."""

    def __init__(self, context: ApiContext, locale_id: int) -> None:
        self._context = context
        self._locale_id = locale_id
        self._pages: dict[int, Page | None] = {}
        self._documents: dict[int, Any] = {}
        self._images: dict[int, CustomImage | None] = {}

    def add(self, chosen: Iterable[tuple[str, int]]) -> None:
        """Look up all that a text or a stream names, with one statement a kind."""
        ids: dict[str, dict[int, None]] = {"page": {}, "document": {}, "image": {}}
        for kind, number in chosen:
            ids[kind][number] = None
        self.add_pages(list(ids["page"]))
        self._add_files(get_document_model(), self._documents, list(ids["document"]))
        self._add_files(CustomImage, self._images, list(ids["image"]))

    def add_pages(self, page_ids: list[int]) -> None:
        """Look several pages up at once."""
        wanted = [pk for pk in page_ids if pk not in self._pages]
        if not wanted:
            return
        rows = list(self._context.pages(Page.objects.filter(pk__in=wanted)))
        found = loaders.localized(rows, self._locale_id, self._context)
        keys = {row.pk: row.translation_key for row in rows}
        self._context.batches.together(found.values())
        for pk in wanted:
            self._pages[pk] = found.get(keys.get(pk))

    def _add_files(self, model: Any, known: dict[int, Any], ids: list[int]) -> None:
        wanted = [pk for pk in ids if pk not in known]
        if wanted:
            self._context.notes.add_rows(model, wanted)
            rows = self._context.gate.visible(model.objects.all()).in_bulk(wanted)
            self._context.batches.together(rows.values())
            known.update({pk: rows.get(pk) for pk in wanted})

    def page(self, page_id: int) -> Page | None:
        """Return a visible page, in the reader's language where there is one."""
        self.add_pages([page_id])
        return self._pages[page_id]

    def document(self, document_id: int) -> Any:
        """Return a visible file."""
        self.add([("document", document_id)])
        return self._documents[document_id]

    def picture(self, number: int) -> ShownPicture | None:
        """Return a visible picture whose files have been made."""
        self.add([("image", number)])
        image = self._images[number]
        if image is None:
            return None
        files = self._context.batches.load(image, renditions_of) or {}
        specs = [IN_TEXT.spec(width, "original") for width in IN_TEXT.widths]
        made = [files[spec] for spec in specs if spec in files]
        if not made:
            return None
        return ShownPicture(
            src=made[-1].url,
            srcset=", ".join(f"{file.url} {file.width}w" for file in made),
            width=made[-1].width,
            height=made[-1].height,
            alt=image.alt_in(self._context.code_of(self._locale_id)),
        )

    def find(self, kind: str, number: int) -> Target | None:
        """Return where a link of rich text leads."""
        if kind == "page" and (page := self.page(number)):
            code = bcp47(self._context.code_of(page.locale_id))
            foreign = page.locale_id != self._locale_id
            path = self._context.gate.path_of(page) or ""
            return Target(path, code if foreign else "")
        if kind == "document" and (document := self.document(number)):
            return Target(f"{settings.PUBLIC_URL}{document.url}")
        return None

    def html(self, source: str) -> str:
        """Return stored rich text as clean HTML."""
        self.add(references(source))
        return render(source, self)
