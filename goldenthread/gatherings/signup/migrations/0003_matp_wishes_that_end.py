from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signup", "0002_msignup_hang_on_what_was_shown"),
    ]

    operations = [
        migrations.AlterField(
            model_name="owedsession",
            name="kind",
            field=models.CharField(
                choices=[
                    ("chair", "Chair"),
                    ("offer", "Offer"),
                    ("lapsed", "Lapsed"),
                    ("gone", "Gone"),
                    ("ended", "Ended"),
                    ("drawn", "Drawn"),
                    ("wish", "Wish"),
                    ("sooner", "Sooner"),
                ],
                max_length=6,
            ),
        ),
    ]
