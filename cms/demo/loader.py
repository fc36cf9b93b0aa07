"""Loading the demo: the steps in their order."""

from contextlib import closing
from functools import partial

from django.conf import settings
from wagtail.models import Site

from cms.core.languages import describe
from cms.demo.aliases import make_aliases
from cms.demo.content import read_content
from cms.demo.directory import make_organisation, make_person
from cms.demo.documents import items_with_documents, make_documents
from cms.demo.encoding_speed import encoding_in_haste
from cms.demo.errors import DemoError
from cms.demo.file_collections import make_collections
from cms.demo.gallery import Gallery
from cms.demo.load import Load
from cms.demo.marks import Marks
from cms.demo.models import DemoItem
from cms.demo.page_content import fill_page
from cms.demo.page_drafts import MODELS, make_draft
from cms.demo.places import (
    SITE_KEY,
    is_untouched_welcome,
    make_home,
    make_locales,
    offered_languages,
)
from cms.demo.progress import Progress
from cms.demo.quiet import (
    rebuild_indexes,
    without_statement_log,
    without_tasks_after_saving,
)
from cms.demo.references import check_references
from cms.demo.segment_writing import segments_in_bulk
from cms.demo.sign_ins import make_sign_ins
from cms.demo.site_wide import make_menu, make_redirects, make_site_texts
from cms.demo.terms import make_section, make_series, make_topic
from cms.demo.translations import translate
from cms.demo.updates import apply_updates

WITH_ACCOUNTS = ("development", "test")
KINDS_OF_PAGES = {
    "Plain pages": (
        *("home", "news-index", "project-index", "publication-index"),
        "page",
    ),
    "Projects": ("project",),
    "Publications": ("publication",),
    "News": ("news",),
}


def check_environment(*, force: bool) -> None:
    """Refuse to mix demo content with real content, unless told to."""
    if settings.ENVIRONMENT not in WITH_ACCOUNTS and not force:
        raise DemoError(
            "Demo content belongs in development, and this installation is for "
            f"{settings.ENVIRONMENT}; use --force if you want it here."
        )


def is_wanted() -> bool:
    """Say whether the database is empty, or a load was broken off in it."""
    if DemoItem.objects.exists():
        return DemoItem.objects.filter(key=SITE_KEY, is_finished=False).exists()
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return site is None or is_untouched_welcome(site.root_page)


def load_demo(progress: Progress, *, tiny_pictures: bool = False) -> int:
    """Make what is missing of the demo, and return how many things that were."""
    languages = offered_languages()
    content = read_content(languages)
    check_references(content)
    load = Load(content, make_locales(languages), Marks(), progress)
    with (
        without_statement_log(),
        without_tasks_after_saving(),
        encoding_in_haste(),
        segments_in_bulk(),
        closing(Gallery(load, tiny=tiny_pictures)) as gallery,
    ):
        _make_what_pages_name(load, gallery)
        _make_pages(load, gallery)
        gallery.begin_sizes()
        _make_translations(load)
        make_aliases(load)
        updated = [item for item in content.items.values() if "updates" in item.raw]
        load.make_each("Updates", updated, apply_updates)
        make_redirects(load)
        if settings.ENVIRONMENT in WITH_ACCOUNTS:
            make_sign_ins(load)
        gallery.finish_sizes()
    _finish(load)
    return load.marks.changes


def _make_what_pages_name(load: Load, gallery: Gallery) -> None:
    """Make the site, vocabularies, files, organisations and people."""
    content = load.content
    load.make_each("Site", content.of("home"), make_home)
    make_collections(load)
    load.make_each("Topics", content.of("topic"), make_topic)
    load.make_each("Sections", content.of("section"), make_section)
    load.make_each("Series", content.of("series"), make_series)
    organisations = content.of("organisation")
    load.make_each("Organisations", organisations, gallery.before(make_organisation))
    load.make_each("People", content.of("person"), gallery.before(make_person))
    files = items_with_documents([*content.items.values()])
    load.make_each("Files", files, make_documents)


def _make_pages(load: Load, gallery: Gallery) -> None:
    """Make all pages as drafts, since they name each other; then fill them."""
    content = load.content
    load.make_each("Places of pages", content.of(*MODELS), make_draft)
    for step, kinds in KINDS_OF_PAGES.items():
        load.make_each(step, content.of(*kinds), gallery.before(fill_page))
    load.make_each("Menus", content.of("menu"), make_menu)
    load.make_each("Texts of the site", content.of("site-texts"), make_site_texts)


def _make_translations(load: Load) -> None:
    """Translate language by language; a page comes after the page above it."""
    for language in load.locales:
        items = [
            item
            for item in load.content.items.values()
            if language in item.languages and language != item.original
        ]
        load.make_each(
            f"In {describe(language)}", items, partial(translate, language=language)
        )


def _finish(load: Load) -> None:
    """Make all of it searchable; until then the load counts as broken off."""
    if load.marks.changes or not load.marks.is_finished(SITE_KEY):
        rebuild_indexes()
        site = load.marks.instance(SITE_KEY)
        if site is not None:
            load.marks.add(SITE_KEY, site)
