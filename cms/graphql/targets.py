"""What links, choosers and pictures in texts lead to, looked up together."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.core.languages import bcp47
from cms.core.media.presets import PRESETS
from cms.core.models import CustomImage
from cms.core.richtext.links import ShownPicture, Target, render
from cms.graphql import loaders
from cms.graphql.chosen import Chosen, linked
from cms.graphql.context import ApiContext
from cms.graphql.images import renditions_of

IN_TEXT = PRESETS["HERO"]


def look_up(named: Iterable[tuple[Chosen, int]], context: ApiContext) -> None:
    """Load what texts name for readers of their languages, with one statement a model.

    What was looked up before is not looked up again.
    """
    missing: dict[type[Model], dict[tuple[int, int], None]] = defaultdict(dict)
    for what, locale_id in named:
        if (what, locale_id) not in context.named:
            missing[what.model][what.pk, locale_id] = None
    for model, places in missing.items():
        found = loaders.in_languages(model, places, context)
        context.batches.together(found.values())
        for pk, locale_id in places:
            context.named[Chosen(model, pk), locale_id] = found.get((pk, locale_id))


class Targets:
    """Rows by what was chosen, as a reader of one language gets them."""

    def __init__(self, context: ApiContext, locale_id: int) -> None:
        self._context = context
        self._locale_id = locale_id

    def add(self, named: Iterable[Chosen]) -> None:
        """Look up all that a text or a stream names."""
        look_up(((what, self._locale_id) for what in named), self._context)

    def of(self, chosen: Chosen | None) -> Any:
        """Return what was chosen where it is visible, in the language where it is."""
        if chosen is None:
            return None
        self.add([chosen])
        return self._context.named[chosen, self._locale_id]

    def all_of(self, chosen: Iterable[Chosen | None]) -> list[Any]:
        """Return what is visible of several, each once."""
        found = dict.fromkeys(self.of(one) for one in chosen)
        return [thing for thing in found if thing is not None]

    def picture(self, number: int) -> ShownPicture | None:
        """Return a visible picture whose files have been made."""
        image = self.of(Chosen(CustomImage, number))
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
        if kind == "page" and (page := self.of(Chosen(Page, number))):
            code = bcp47(self._context.code_of(page.locale_id))
            foreign = page.locale_id != self._locale_id
            path = self._context.gate.path_of(page) or ""
            return Target(path, code if foreign else "")
        if kind == "document":
            document = self.of(Chosen(get_document_model(), number))
            return Target(f"{settings.PUBLIC_URL}{document.url}") if document else None
        return None

    def html(self, source: str) -> str:
        """Return stored rich text as clean HTML."""
        self.add(linked(source))
        return render(source, self)
