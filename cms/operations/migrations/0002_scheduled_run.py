from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("operations", "0001_heartbeat")]

    operations = [
        migrations.CreateModel(
            name="ScheduledRun",
            fields=[
                (
                    "name",
                    models.CharField(max_length=100, primary_key=True, serialize=False),
                ),
                ("last_run_at", models.DateTimeField()),
            ],
        ),
    ]
