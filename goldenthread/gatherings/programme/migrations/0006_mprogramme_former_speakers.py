from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0005_paper_imports"),
    ]

    operations = [
        migrations.AddField(
            model_name="voicenews",
            name="former_speakers",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
