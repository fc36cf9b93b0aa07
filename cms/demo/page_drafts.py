"""Pages without content yet: all places first, so that any page can name any other."""

from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from cms.core.slugs import slug_from
from cms.demo.content import Item, kind_of
from cms.demo.load import Load
from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage
from projects.models import ProjectIndexPage, ProjectPage
from publications.models import PublicationIndexPage, PublicationPage

MODELS: dict[str, type[Page]] = {
    "home": HomePage,
    "news-index": NewsIndexPage,
    "project-index": ProjectIndexPage,
    "publication-index": PublicationIndexPage,
    "page": StandardPage,
    "news": NewsPage,
    "project": ProjectPage,
    "publication": PublicationPage,
}
# What a page of a kind cannot be stored without.
REQUIRED = {"publication": ("kind",)}


def key_in(item: Item, language: str) -> str:
    """Return the key of an item in a language: its own, or its translation's."""
    return item.key if language == item.original else f"{item.key}@{language}"


def model_of(item: Item) -> type[Page]:
    """Return the kind of page that an item becomes."""
    return MODELS[kind_of(item.key)]


def make_draft(load: Load, item: Item) -> None:
    """Put an empty draft where the page will be, in the language of its original."""
    place_in(load, item, item.original)


def place_in(load: Load, item: Item, language: str) -> int:
    """Return a page in a language; where it is not there yet, an empty one is made."""
    key = key_in(item, language)
    if load.marks.is_made(key):
        return load.marks.need(key)
    parent = _parent_in(load, item, language)
    if language in item.languages:
        page = _add_draft(load, item, language, parent)
    else:
        # As wagtail-localize does for a page above a translated one.
        page = _original_of(load, item).copy_for_translation(
            load.locales[language], alias=True
        )
    load.marks.add(key, page, is_finished=language not in item.languages)
    return page.pk


def _add_draft(load: Load, item: Item, language: str, parent: Page) -> Page:
    """Add an empty page; wagtail-localize would copy the original and write over it."""
    page = model_of(item)(
        title=item.text("title", language),
        slug=find_available_slug(parent, slug_in(item, language)),
        locale=load.locales[language],
        live=False,
        **{name: item.raw[name] for name in REQUIRED.get(kind_of(item.key), ())},
    )
    if language != item.original:
        page.translation_key = _original_of(load, item).translation_key
    return parent.add_child(instance=page)


def slug_in(item: Item, language: str) -> str:
    """Return an item's slug in a language: its file's, or one made of its title."""
    if language == item.original:
        return item.slug
    if item.parent is None:
        return f"{item.slug}-{language}"
    own = (item.raw.get("slugs") or {}).get(language)
    return own or slug_from(item.text("title", language))


def _parent_in(load: Load, item: Item, language: str) -> Page:
    if item.parent is None:
        return Page.get_first_root_node()
    parent = load.content.items[item.parent]
    return Page.objects.get(pk=place_in(load, parent, language))


def _original_of(load: Load, item: Item) -> Page:
    return Page.objects.get(pk=load.marks.need(item.key))
