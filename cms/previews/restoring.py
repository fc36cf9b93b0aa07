"""From stored content back to a page in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from cms.previews.models import Preview
from cms.previews.references import without_missing

LAST_CHILD = "Z" * Page.steplen  # where no page stands, so that nothing is below it


def restore(preview: Preview) -> Page | None:
    """Return the page as it stood; where it stands in the tree is read anew."""
    model: Any = preview.content_type.model_class()
    if model is None or not issubclass(model, Page):
        return None
    content = without_missing(model, preview.content)
    if preview.page is None:
        return _below(preview, _Checked(model).from_serializable_data(content))
    page = preview.page.specific
    page.specific_class = _Checked(model)  # what Wagtail lets make the new page
    restored: Page = page.with_content_json(content)
    return restored


@dataclass(frozen=True)
class _Checked:
    """A model whose content refers to nothing that has gone."""

    model: Any

    def from_serializable_data(self, content: Mapping[str, Any]) -> Any:
        return self.model.from_serializable_data(content, check_fks=False)


def _below(preview: Preview, page: Page) -> Page:
    """Place a page that was never saved below its parent."""
    parent = preview.place
    page.content_type_id = preview.content_type_id
    page.locale_id = preview.locale_id
    page.path, page.depth, page.numchild = (
        f"{parent.path}{LAST_CHILD}",
        parent.depth + 1,
        0,
    )
    page.set_url_path(parent)
    page.live = False
    return page
