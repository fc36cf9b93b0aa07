"""From stored content back to a page in memory."""

from collections.abc import Mapping
from typing import Any

from django.db.models import PROTECT, Model
from wagtail.models import Page

from cms.previews.models import Preview

LAST_CHILD = "Z" * Page.steplen  # where no page stands, so that nothing is below it


def restore(preview: Preview) -> Page | None:
    """Return the page as it stood; where it stands in the tree is read anew."""
    model: Any = preview.content_type.model_class()
    if model is None or not issubclass(model, Page):
        return None
    content = _without_missing(model, preview.content)
    if preview.page is not None:
        return preview.page.specific.with_content_json(content)
    return _below(preview, model.from_serializable_data(content))


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


def _without_missing(model: type[Model], content: Mapping[str, Any]) -> dict[str, Any]:
    """Clear protected references to what has gone; modelcluster fails on them."""
    kept = dict(content)
    for field in model._meta.concrete_fields:
        number, remote = kept.get(field.name), field.remote_field
        if remote is None or number is None or remote.on_delete is not PROTECT:
            continue
        if not remote.model._default_manager.filter(pk=number).exists():
            kept[field.name] = None
    return kept
