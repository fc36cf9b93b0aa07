"""Nothing that changes content escapes the counts."""

import re
import threading

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from cms.bitmaps.dimensions import counted_lists, list_of
from cms.bitmaps.keeping import follow_changes
from cms.bitmaps.models import ChangedPage
from cms.bitmaps.reading import MOST_CHANGES, counts_for
from cms.core.visibility import Gate
from news.models import NewsPage
from tests.factories.pages import NewsIndexPageFactory, NewsPageFactory
from tests.fixtures import make_site_tree

TRIGGERS = (
    "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'bitmaps_%'"
)


def listed(language_code: str = "en") -> int:
    """Return how many news items a language has, by bitmaps."""
    counted = list_of(NewsPage)
    assert counted
    counts = counts_for(counted, Gate.of_site(None))
    assert counts, "there is no edition to count with"
    locale = Locale.objects.get(language_code=language_code)
    return counts.listed(locale.pk).bit_count()


@pytest.mark.django_db
@pytest.mark.parametrize("counted", counted_lists(), ids=lambda counted: counted.name)
def test_every_table_that_is_counted_is_watched(counted):
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS)
        watched = {name for (name,) in cursor.fetchall()}
    with CaptureQueriesContext(connection) as statements:
        list(counted.read(counted.rows_in_principle))
    read = {
        table
        for statement in statements.captured_queries
        for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', statement["sql"])
    }

    assert "wagtailcore_page" in read
    assert read <= watched


def test_a_site_with_another_home_page_is_counted_anew(site_tree):
    index = NewsIndexPageFactory(parent=site_tree["en"])
    NewsPageFactory(parent=index)
    other = NewsIndexPageFactory(parent=site_tree["en"], slug="other")
    NewsPageFactory(parent=other)
    follow_changes()
    assert listed() == 2

    site = site_tree.site
    site.root_page = Page.objects.get(pk=index.pk)
    site.save()
    counted = list_of(NewsPage)
    assert counts_for(counted, Gate.of_site(None)) is None
    follow_changes()

    assert listed() == 1


def test_after_very_many_changes_rows_are_counted(site_tree):
    follow_changes()
    ids = range(10**6, 10**6 + MOST_CHANGES + 1)
    ChangedPage.objects.bulk_create(ChangedPage(page_id=pk) for pk in ids)

    assert counts_for(list_of(NewsPage), Gate.of_site(None)) is None

    follow_changes()
    assert listed() == 0


@pytest.mark.usefixtures("own_database")
class TestBesideOthers:
    """Where changes are committed by others at the same time."""

    def test_what_is_committed_while_counts_are_made_is_counted(self):
        site_tree = make_site_tree("en")
        index = NewsIndexPageFactory(parent=site_tree["en"])
        pages = [NewsPageFactory(parent=index) for _number in range(2)]
        follow_changes()
        written, followed = threading.Event(), threading.Event()

        def write_slowly() -> None:
            with transaction.atomic():
                Page.objects.filter(pk=pages[0].pk).update(live=False)
                written.set()
                followed.wait(20)
            connection.close()

        writer = threading.Thread(target=write_slowly)
        writer.start()
        assert written.wait(20)
        Page.objects.filter(pk=pages[1].pk).update(live=False)  # a later change
        assert follow_changes()
        assert listed() == 1
        followed.set()
        writer.join()

        assert listed() == 0
        assert follow_changes()
        assert listed() == 0
        assert not ChangedPage.objects.exists()
