"""A name's stored place is right, however the name came to be what it is."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page

from cms.core import sort_keys
from cms.core.collation import sort_key
from cms.core.sort_keys import models_ordered_by_name, update_sort_keys
from home.models import StandardPage
from network.models import Organisation, Person
from news.models import NewsPage
from projects.models import ProjectPage
from publications.models import PublicationPage
from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.fixtures import SiteTree, make_site_tree
from tests.translation_work import publish, submit, translate


@pytest.fixture
def tree(db: None) -> SiteTree:
    """Languages that order the letter Å in different places."""
    return make_site_tree("en", "sv", "da")


@pytest.fixture
def page(tree: SiteTree) -> NewsPage:
    return NewsPageFactory(
        parent=NewsIndexPageFactory(parent=tree["en"]), title="A bridge"
    )


def stored(row: Page | Organisation | Person) -> bytes:
    return type(row).objects.values_list("sort_key", flat=True).get(pk=row.pk)


def is_right(row: Page | Organisation | Person) -> bool:
    """Say whether the stored key is that of the stored name, in the stored language."""
    row = type(row).objects.get(pk=row.pk)
    name = row.title if isinstance(row, Page) else row.name
    return stored(row) == sort_key(name, row.locale.language_code)


def town(locale: Locale, name: str = "Ålborg", slug: str = "t") -> Organisation:
    return Organisation(slug=slug, name=name, kind="TOWN", locale=locale)


def save(page: NewsPage) -> None:
    page.title = "Åmål"
    page.save()


def save_only_the_title(page: NewsPage) -> None:
    page.title = "Åmål"
    page.save(update_fields=["title"])


def save_what_was_loaded(page: NewsPage) -> None:
    page = NewsPage.objects.only("title", "slug").get(pk=page.pk)
    page.title = "Åmål"
    page.save()


def save_without_the_columns_of_its_type(page: NewsPage) -> None:
    page = Page.objects.get(pk=page.pk).specific_deferred
    page.title = "Åmål"
    page.save()


def publish_a_revision(page: NewsPage) -> None:
    page.title = "Åmål"
    page.save_revision().publish()


def publish_what_a_colleague_drafted_before(page: NewsPage) -> None:
    page.title = "Åmål"
    revision = page.save_revision()
    NewsPage.objects.get(pk=page.pk).save_revision().publish()
    revision.publish()


@pytest.mark.parametrize(
    "rename",
    [
        save,
        save_only_the_title,
        save_what_was_loaded,
        save_without_the_columns_of_its_type,
        publish_a_revision,
        publish_what_a_colleague_drafted_before,
    ],
)
def test_a_new_title_has_its_place(
    page: NewsPage, rename: Callable[[NewsPage], None]
) -> None:
    rename(page)

    assert stored(page) == sort_key("Åmål", "en")


def test_a_draft_changes_nothing(page: NewsPage) -> None:
    page.title = "Åmål"
    page.save_revision()

    assert stored(page) == sort_key("A bridge", "en")


def test_a_date_alone_is_saved_alone(page: NewsPage) -> None:
    NewsPage.objects.update(sort_key=b"unchanged")
    page.date = "2020-01-01"
    page.save(update_fields=["date"])

    assert stored(page) == b"unchanged"


def test_a_copy_stands_by_its_own_title(page: NewsPage) -> None:
    copy = page.copy(update_attrs={"title": "Åmål", "slug": "copy"})

    assert stored(copy) == sort_key("Åmål", "en")


def test_a_translation_stands_by_its_own_language(page: NewsPage) -> None:
    page.title = "Åmål"
    page.save()
    swedish = page.copy_for_translation(
        Locale.objects.get(language_code="sv"), copy_parents=True, alias=True
    )

    assert stored(swedish) == sort_key("Åmål", "sv") != stored(page)


def test_an_alias_follows_its_original(page: NewsPage, tree: SiteTree) -> None:
    alias = page.create_alias(update_slug="alias")
    abroad = page.copy_for_translation(tree["da"].locale, copy_parents=True, alias=True)
    page.title = "Aarhus"
    page.save_revision().publish()

    assert stored(alias) == stored(page) == sort_key("Aarhus", "en")
    assert stored(abroad) == sort_key("Aarhus", "da")


def test_a_published_translation_has_its_place(page: NewsPage) -> None:
    submit(page.get_parent().specific, "sv")
    translation = submit(page, "sv")
    translate(translation, {"A bridge": "Ån"})
    swedish = publish(translation)

    assert swedish.title == "Ån"
    assert stored(swedish) == sort_key("Ån", "sv")


def test_a_translated_organisation_has_its_place(tree: SiteTree) -> None:
    original = town(tree["en"].locale)
    original.save()
    translation = submit(original, "da")
    translate(translation, {"Ålborg": "Aalborg"})
    danish = publish(translation)

    assert stored(danish) == sort_key("Aalborg", "da")


def test_another_language_is_another_place(tree: SiteTree) -> None:
    organisation = town(tree["en"].locale)
    organisation.save()
    organisation.locale = tree["sv"].locale
    organisation.save(update_fields=["locale"])

    assert stored(organisation) == sort_key("Ålborg", "sv")


def test_what_is_created_in_bulk_has_its_places(tree: SiteTree) -> None:
    Organisation.objects.bulk_create(
        [town(tree["en"].locale), town(tree["da"].locale, "Aarhus", "a")]
    )
    Person.objects.bulk_create([Person(name="Åsa", locale=tree["sv"].locale)])

    rows = [*Organisation.objects.all(), *Person.objects.all()]
    assert len(rows) == 3
    assert all(map(is_right, rows))


def test_a_draft_of_no_language_yet_can_be_kept(tree: SiteTree) -> None:
    draft = StandardPage(title="Åmål", slug="draft")
    draft.locale_id = None

    assert draft.serializable_data()["title"] == "Åmål"


def tell_of(*arguments: str) -> str:
    out = StringIO()
    call_command("update_sort_keys", *arguments, stdout=out)
    return out.getvalue()


def test_what_went_round_save_is_found_and_mended(page: NewsPage) -> None:
    Page.objects.filter(pk=page.pk).update(title="Åmål")
    before = stored(page)

    assert "1 sort keys are wrong." in tell_of("--dry-run")
    assert stored(page) == before

    told = tell_of()
    assert "news.NewsPage: 1 looked at, 1 wrong." in told
    assert "1 sort keys were wrong and are right now." in told
    assert stored(page) == sort_key("Åmål", "en")
    assert "0 sort keys were wrong" in tell_of()


def test_mending_goes_on_from_batch_to_batch(
    tree: SiteTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sort_keys, "BATCH", 2)
    Organisation.objects.bulk_create(
        [town(tree["sv"].locale, f"Å {n}", f"t{n}") for n in range(5)]
    )
    Organisation.objects.update(sort_key=b"")
    heard: list[tuple[int, int]] = []

    found = update_sort_keys(
        Organisation, progress=lambda looked_at, wrong: heard.append((looked_at, wrong))
    )

    assert found == 5
    assert heard == [(2, 2), (4, 4), (5, 5)]
    assert all(map(is_right, Organisation.objects.all()))


def test_mending_does_not_undo_what_an_editor_saves_meanwhile(
    page: NewsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = sort_keys._write

    def write_after_the_editor(model: type, wrong: list) -> None:
        save(page)
        write(model, wrong)

    NewsPage.objects.update(sort_key=b"old")
    monkeypatch.setattr(sort_keys, "_write", write_after_the_editor)
    update_sort_keys(NewsPage)

    assert stored(page) == sort_key("Åmål", "en")


def test_all_that_lists_order_by_name_keeps_a_key() -> None:
    kept = set(models_ordered_by_name())

    assert {NewsPage, ProjectPage, PublicationPage, Organisation, Person} <= kept
