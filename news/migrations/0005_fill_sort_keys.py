"""Write the sort keys of the names that were there before the column."""

from django.db import migrations

from cms.core.sort_keys import update_sort_keys


def fill(apps, schema_editor):
    for name in ("NewsIndexPage", "NewsPage"):
        update_sort_keys(apps.get_model("news", name))


class Migration(migrations.Migration):
    dependencies = [("news", "0004_sort_key")]
    operations = [
        # Backwards the keys may stay: the column goes with the migration before.
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
