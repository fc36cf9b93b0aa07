"""What tests find on the loaded demo: its pages and rows by their items' keys."""

from collections.abc import Mapping

from django.apps import apps
from wagtail.models import Page

from cms.demo.content import read_content
from cms.demo.models import DemoItem
from cms.demo.page_drafts import MODELS, key_in


def page_of(key: str) -> Page:
    """Return the page that the demo made under a key."""
    return Page.objects.get(pk=DemoItem.objects.get(key=key).object_id).specific


def pages_in(language: str) -> dict[str, Page]:
    """Return the demo's pages of a language under their items' keys."""
    content = read_content()
    keys = {key_in(item, language): item.key for item in content.of(*MODELS)}
    items = DemoItem.objects.filter(key__in=keys)
    pages = Page.objects.in_bulk(items.values_list("object_id", flat=True))
    return {keys[item.key]: pages[item.object_id] for item in items}


def row_counts() -> Mapping[str, int]:
    """Return the number of rows of every table."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }
