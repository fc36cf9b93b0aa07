from django.db import migrations

from cms.bitmaps.watching import WatchPages


class Migration(migrations.Migration):
    dependencies = [("bitmaps", "0001_initial"), ("projects", "0001_initial")]
    operations = [
        WatchPages("projects_projectpage", "page_ptr_id"),
        WatchPages("projects_projectpage_topics", "projectpage_id"),
    ]
