from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0010_shape_drafts_on_show"),
    ]

    operations = [
        migrations.AddField(
            model_name="session",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
