"""Drafts, as Wagtail's editor previews them: in the plain form that readers get."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, TranslatableMixin

from cms.graphql import loaders
from cms.graphql.batches import Batches, Loader
from cms.graphql.context import ApiContext
from cms.graphql.routing import Found
from home.page_query import ask
from home.rendering import render


def serve_preview(page: Page, request: HttpRequest) -> HttpResponse:
    """Show a draft; whatever it refers to is shown only where readers may see it."""
    context = ApiContext(request)
    context.batches = DraftBatches(page)
    code = context.code_of(page.locale_id)
    shown = show(Found(page, code, is_fallback=False))
    data = ask("Page", context, middleware=[shown], path=f"/{code}/", locale=code)
    data |= {"page": data["route"]["page"], "is_preview": True}
    return render("home/page.html", data, language_code=code)


def show(found: Found) -> Callable[..., Any]:
    """Return what answers ``route`` with a page that no path leads to."""

    def answer(
        resolve: Callable[..., Any], root: Any, info: Any, **arguments: Any
    ) -> Any:
        if info.path.prev is None and info.field_name == "route":
            return found
        return resolve(root, info, **arguments)

    return answer


class DraftBatches(Batches):
    """Reads a draft's rows from the draft itself: the tables hold the live page's."""

    def __init__(self, draft: Page) -> None:
        super().__init__()
        self._draft = draft

    def load(self, member: Any, loader: Loader, *args: Any) -> Any:
        """Return what belongs to the draft as it stands, and to others as stored."""
        if member is not self._draft:
            return super().load(member, loader, *args)
        if loader is loaders.children_to:
            accessor, target, context = args
            rows = getattr(self._draft, accessor).all()
            return self._shown((getattr(row, target) for row in rows), context)
        return super().load(member, loader, *args)

    def _shown(self, things: Iterable[Any], context: ApiContext) -> list[Any]:
        chosen = [getattr(thing, "specific", thing) for thing in things]
        if chosen and isinstance(chosen[0], TranslatableMixin):
            found = loaders.localized(chosen, self._draft.locale_id, context)
            chosen = [found.get(thing.translation_key) for thing in chosen]
        return self.together(context.gate.admitted(chosen))
