"""What links inside texts and blocks lead to, each looked up once a request."""

from typing import Any

from django.conf import settings
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.core.languages import bcp47
from cms.core.richtext.links import Target, render
from cms.graphql import loaders
from cms.graphql.context import ApiContext


class Targets:
    """Pages and files by id, as a reader of one language gets them."""

    def __init__(self, context: ApiContext, locale_id: int) -> None:
        self._context = context
        self._locale_id = locale_id
        self._pages: dict[int, Page | None] = {}
        self._documents: dict[int, Any] = {}

    def page(self, page_id: int) -> Page | None:
        """Return a visible page, in the reader's language where there is one."""
        if page_id not in self._pages:
            self.add_pages([page_id])
        return self._pages[page_id]

    def add_pages(self, page_ids: list[int]) -> None:
        """Look several pages up at once."""
        wanted = [pk for pk in page_ids if pk not in self._pages]
        if not wanted:
            return
        rows = list(Page.objects.filter(pk__in=wanted).specific())
        found = loaders.localized(rows, self._locale_id, self._context)
        keys = {row.pk: row.translation_key for row in rows}
        self._context.batches.together(found.values())
        for pk in wanted:
            self._pages[pk] = found.get(keys.get(pk))

    def document(self, document_id: int) -> Any:
        """Return a visible file."""
        if document_id not in self._documents:
            found = get_document_model().objects.filter(pk=document_id).first()
            admitted = self._context.gate.admits(found)
            self._documents[document_id] = found if admitted else None
        return self._documents[document_id]

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
        return render(source, self.find)
