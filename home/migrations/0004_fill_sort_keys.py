"""Write the sort keys of the names that were there before the column."""

from django.db import migrations

from cms.core.sort_keys import update_sort_keys


def fill(apps, schema_editor):
    for name in ("HomePage", "StandardPage"):
        update_sort_keys(apps.get_model("home", name))


class Migration(migrations.Migration):
    dependencies = [("home", "0003_sort_key")]
    operations = [
        # Backwards the keys may stay: the column goes with the migration before.
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
