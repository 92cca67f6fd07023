from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0008_mprogramme_former_speakers"),
    ]

    operations = [
        migrations.AddField(
            model_name="release",
            name="is_draft",
            field=models.BooleanField(default=False),
        ),
    ]
