from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("day", "0004_words_of_the_day"),
    ]

    operations = [
        migrations.AddField(
            model_name="arrival",
            name="was",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
    ]
