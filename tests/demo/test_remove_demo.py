"""The demo is taken away, and nothing else."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import Page

from cms.core.models import CustomImage
from cms.demo.models import DemoItem
from cms.demo.segment_writing import KINDS
from home.models import StandardPage
from tests.demo_rows import page_of, row_counts

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo_database"),
]

CONTENT_APPS = {"core", "home", "news", "projects", "publications", "network"}


class TestRemoving:
    def test_leaves_nothing_of_the_demo(self):
        call_command("load_demo", remove=True, verbosity=0)
        assert not DemoItem.objects.exists()
        assert Page.objects.count() == 1
        left = {label for label, count in row_counts().items() if count}
        assert not {label for label in left if label.split(".")[0] in CONTENT_APPS}
        assert not any(kind.objects.exists() for kind in KINDS)

    def test_can_be_tried_without_deleting(self):
        before = row_counts()
        call_command("load_demo", remove=True, dry_run=True, verbosity=0)
        assert row_counts() == before

    def test_leaves_what_people_made_or_changed_and_what_that_needs(self):
        about = page_of("page:about")
        own = StandardPage(title="Our own", locale=about.locale)
        about.add_child(instance=own)
        changed = page_of("news:kalamos-bay-leaks")
        moderator = get_user_model().objects.get(username="moderator")
        changed.save_revision(user=moderator).publish(user=moderator)
        call_command("load_demo", remove=True, verbosity=0)
        changed.refresh_from_db()
        assert CustomImage.objects.filter(pk=changed.cover_id).exists()
        assert {page.slug for page in Page.objects.filter(depth__gt=1)} == {
            *("home", "about", "our-own"),
            *("news", "kalamos-bay-leaks"),
        }
