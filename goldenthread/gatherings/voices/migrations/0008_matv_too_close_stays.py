"""Once somebody said that something is too close to them, what others wrote about it stays closed to them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("voices", "0007_mnew_co_voices_told")]

    operations = [
        migrations.AddField(
            model_name="reading", name="too_close_at", field=models.DateTimeField(blank=True, null=True)
        )
    ]
