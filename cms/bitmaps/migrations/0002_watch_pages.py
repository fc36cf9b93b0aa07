from django.db import migrations

from cms.bitmaps.watching import WatchPages

# The clock's exceptions among hundreds of thousands of pages are found by these.
INDEXES = """
CREATE INDEX bitmaps_expiring ON wagtailcore_page (expire_at)
    WHERE live AND expire_at IS NOT NULL;
CREATE INDEX bitmaps_going_live ON wagtailcore_page (go_live_at)
    WHERE live AND go_live_at IS NOT NULL;
"""
WITHOUT = "DROP INDEX bitmaps_expiring; DROP INDEX bitmaps_going_live;"


class Migration(migrations.Migration):
    dependencies = [
        ("bitmaps", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]
    operations = [
        migrations.RunSQL(INDEXES, WITHOUT),
        WatchPages(
            "wagtailcore_page",
            "id",
            ["live", "path", "locale_id", "translation_key", "alias_of_id"],
        ),
    ]
