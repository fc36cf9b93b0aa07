from django.db import migrations

from cms.bitmaps.watching import WatchPages


class Migration(migrations.Migration):
    dependencies = [("bitmaps", "0001_initial"), ("publications", "0001_initial")]
    operations = [
        WatchPages("publications_publicationpage", "page_ptr_id"),
    ]
