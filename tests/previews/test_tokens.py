"""A token shows one draft for minutes; anything else gets one answer."""

import hashlib
import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, ReferenceIndex

from cms.operations import jobs
from cms.previews import service
from cms.previews.models import Preview
from news.models import NewsPage, Section
from tests.factories.pages import (
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
)
from tests.fixtures import SiteTree
from tests.previewing import drafted, make_editor, make_superuser, see, shown

NOTHING = {"data": {"preview": None}}


@pytest.fixture
def page(site_tree: SiteTree) -> Page:
    return StandardPageFactory(parent=site_tree["en"], title="Live")


@pytest.fixture
def editor(site_tree: SiteTree):
    return make_editor(site_tree["en"])


def never_saved(parent: Page) -> Page:
    """Return a page as the admin's form makes it before it is saved."""
    page = NewsPage(title="Never saved", slug="never-saved", locale=parent.locale)
    page.depth, page.path = parent.depth + 1, f"{parent.path}0009"
    page.set_url_path(parent)
    return page


def test_the_draft_is_shown_as_it_stood(page, editor):
    token = drafted(page, editor, title="Draft")

    seen = see(token)
    assert seen.json()["data"]["preview"]["page"] == {
        "id": str(page.pk),
        "title": "Draft",
        "slug": "live",
        "path": "/en/live/",
        "pageType": "StandardPage",
        "locale": {"code": "en"},
    }
    assert seen.json()["data"]["preview"]["expiresAt"] == (
        Preview.objects.get().expires_at.isoformat()
    )


def test_what_is_written_later_does_not_change_it(page, editor):
    token = drafted(page, editor, title="First")
    page.title = "Second"
    page.save_revision().publish()

    assert shown(token)["title"] == "First"
    assert shown(drafted(page, editor, title="Third"))["title"] == "Third"
    assert shown(token)["title"] == "First"


def test_a_token_is_random_and_only_its_hash_is_kept(page, editor):
    tokens = [service.give_token(page, editor) for _number in range(20)]

    assert len(set(tokens)) == 20
    assert {len(token) for token in tokens} == {43}
    kept = {row.digest for row in Preview.objects.all()}
    assert kept == {hashlib.sha256(token.encode()).hexdigest() for token in tokens}
    rows = str(list(Preview.objects.values()))
    assert not any(token in rows for token in tokens)


def test_a_token_counts_for_the_minutes_of_the_settings(page, editor, settings):
    settings.CMS_API = {**settings.CMS_API, "PREVIEW_MINUTES": 3}
    before = timezone.now()
    service.give_token(page, editor)

    row = Preview.objects.get()
    assert before + timedelta(minutes=3) <= row.expires_at
    assert row.expires_at <= timezone.now() + timedelta(minutes=3)


def test_fifteen_minutes_are_the_default(settings):
    assert settings.CMS_API["PREVIEW_MINUTES"] == 15


def expire(token, page, editor):
    Preview.objects.update(expires_at=timezone.now())


def delete(token, page, editor):
    page.delete()


def take_rights(token, page, editor):
    GroupPagePermission.objects.filter(group__user=editor).delete()


def retire(token, page, editor):
    editor.is_active = False
    editor.save()


def keep_out_of_admin(token, page, editor):
    editor.groups.get().permissions.clear()


@pytest.mark.parametrize(
    "end", [expire, delete, take_rights, retire, keep_out_of_admin]
)
def test_a_token_ends(page, editor, end):
    token = drafted(page, editor, title="Draft")
    assert shown(token)["title"] == "Draft"

    end(token, page, editor)

    assert see(token).json() == NOTHING


def test_a_page_at_the_deleted_ones_place_is_not_shown(page, editor, site_tree):
    token = drafted(page, editor, title="Draft")
    page.delete()
    site_tree["en"].refresh_from_db()
    StandardPageFactory(parent=site_tree["en"], title="Live", slug="live")

    assert see(token).json() == NOTHING


@pytest.mark.parametrize(
    "token",
    [
        *("", " ", "x", "x" * 43, "x" * 2000, "\u0000", "é" * 43, "1' OR '1"),
        *("../../etc", "null", "0"),
    ],
)
def test_what_is_no_token_shows_nothing(page, editor, token):
    drafted(page, editor, title="Draft")

    answer = see(token)
    if "\u0000" in token:  # refused at the door, whatever field it is for
        assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_INPUT"
    else:
        assert (answer.status_code, answer.json()) == (200, NOTHING)


def test_a_token_with_more_or_less_in_it_shows_nothing(page, editor):
    token = drafted(page, editor, title="Draft")
    digest = hashlib.sha256(token.encode()).hexdigest()

    for other in (token[:-1], f"{token}x", f"{token}{'x' * 99}", f" {token}", digest):
        assert see(other).json() == NOTHING


def statements_for(token: str) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert service.find_draft(token) is None
    return [query["sql"].split(" FROM ")[1].split()[0] for query in captured]


@pytest.mark.parametrize("is_saved", [True, False], ids=["saved", "never saved"])
def test_everything_invalid_costs_the_same_statements(site_tree, is_saved):
    """Unknown, expired, deleted, right lost, user gone: one look-up, two for rights."""
    users = [make_editor(site_tree["en"], name=f"editor-{n}") for n in range(4)]
    page = StandardPageFactory(parent=site_tree["en"])
    tokens = [
        service.give_token(page if is_saved else never_saved(page), user)
        for user in users
    ]
    assert all(is_saved or service.find_draft(token) for token in tokens)
    expire_first = Preview.objects.order_by("pk").first()
    Preview.objects.filter(pk=expire_first.pk).update(expires_at=timezone.now())
    take_rights(None, page, users[1])
    retire(None, page, users[2])
    keep_out_of_admin(None, page, users[3])
    unknown = statements_for("x" * 43)

    for token in (*tokens, "", "x" * 2000, "\u0000"):
        assert statements_for(token) == unknown
    page.delete()
    for token in tokens:
        assert statements_for(token) == unknown
    assert len(unknown) == 3


def test_a_token_of_a_page_never_saved_ends_with_its_parent_and_the_right_to_add(
    site_tree,
):
    parent = NewsIndexPageFactory(parent=site_tree["en"])
    editor = make_editor(site_tree["en"])
    token, other = (service.give_token(never_saved(parent), editor) for _ in "ab")
    assert shown(token)["id"] == "0"

    GroupPagePermission.objects.filter(permission__codename="add_page").delete()
    assert see(token).json() == NOTHING
    parent.delete()
    assert not Preview.objects.exists()
    assert see(other).json() == NOTHING


def test_who_may_only_publish_sees_what_they_previewed(site_tree, page):
    editor = make_editor(site_tree["en"], actions=("publish_page",))

    assert shown(drafted(page, editor, title="To publish"))["title"] == "To publish"


def test_a_draft_whose_section_was_deleted_is_still_shown(site_tree):
    index = NewsIndexPageFactory(parent=site_tree["en"])
    page = NewsPageFactory(parent=index)
    section = Section.objects.create(
        name="Gone", slug="gone", locale=site_tree["en"].locale
    )
    token = drafted(page, make_superuser(), section=section, title="Draft")
    section.delete()

    query = """query P($token: String!) { preview(token: $token) { page {
        title ... on NewsPage { sections { slug } } } } }"""
    assert shown(token, query) == {"title": "Draft", "sections": []}


def test_comments_of_editors_are_not_kept(page, editor):
    page.wagtail_admin_comments.create(user=editor, text="Between us", contentpath="x")
    service.give_token(page, editor)

    assert "Between us" not in str(Preview.objects.get().content)


def test_the_scheduler_and_the_next_token_clear_away_what_has_expired(
    page, editor, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    for clear in (jobs.prune, lambda: service.give_token(page, editor)):
        old, young = (service.give_token(page, editor) for _number in range(2))
        row = Preview.objects.order_by("pk")[Preview.objects.count() - 2]
        Preview.objects.filter(pk=row.pk).update(expires_at=timezone.now())

        clear()

        assert not Preview.objects.filter(pk=row.pk).exists()
        assert shown(young) is not None
        assert shown(old) is None


def test_a_preview_is_no_use_of_a_page(page, editor):
    service.give_token(page, editor)

    assert not ReferenceIndex.model_is_indexable(Preview)
    assert not ReferenceIndex.get_references_to(page).exists()


def test_no_log_holds_a_token(page, editor, caplog):
    caplog.set_level(logging.DEBUG)
    token = drafted(page, editor, title="Draft")
    shown(token)

    sql = [record for record in caplog.records if record.name != "django.db.backends"]
    assert not any(token in record.getMessage() for record in sql)
