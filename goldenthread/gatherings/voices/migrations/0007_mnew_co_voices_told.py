from django.db import migrations, models
from django.utils import timezone


def all_told(apps, schema_editor):
    """Of those who said yes or left before this version, nobody is e-mailed now."""
    apps.get_model("voices", "Voice").objects.filter(yes_at__isnull=False).update(co_voice_told_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [
        ("voices", "0006_vends_unproved_and_corrected"),
    ]

    operations = [
        migrations.AddField(
            model_name="voice",
            name="co_voice_told_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(all_told, migrations.RunPython.noop, elidable=True),
    ]
