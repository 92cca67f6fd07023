from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0007_mconv_lost_rooms"),
    ]

    operations = [
        migrations.AddField(
            model_name="voicenews",
            name="former_speakers",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
