from django.db import migrations

from cms.bitmaps.watching import WatchPages


class Migration(migrations.Migration):
    dependencies = [("bitmaps", "0001_initial"), ("news", "0002_relations")]
    operations = [
        WatchPages("news_newspage", "page_ptr_id"),
        WatchPages("news_newspage_topics", "newspage_id"),
    ]
