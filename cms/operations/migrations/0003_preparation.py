from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("operations", "0002_scheduled_run")]

    operations = [
        migrations.CreateModel(
            name="Preparation",
            fields=[
                (
                    "fingerprint",
                    models.CharField(max_length=64, primary_key=True, serialize=False),
                ),
            ],
        ),
    ]
