from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0009_vends_a_voice_stands_up_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="release",
            name="is_draft",
            field=models.BooleanField(default=False),
        ),
    ]
