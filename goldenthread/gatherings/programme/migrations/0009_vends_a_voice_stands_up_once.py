from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programme", "0008_mprogramme_former_speakers")]

    operations = [
        migrations.AddConstraint(
            model_name="sessionvoice",
            constraint=models.UniqueConstraint(fields=("session", "voice"), name="a_voice_stands_up_in_a_session_once"),
        ),
    ]
