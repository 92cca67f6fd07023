from django.db import migrations

import goldenthread.kit.sealed


class Migration(migrations.Migration):
    dependencies = [("tables", "0007_who_changed_their_own_seat_is_not_named")]

    operations = [
        migrations.AlterField(
            model_name="tablewish",
            name="apart",
            field=goldenthread.kit.sealed.SealedTextField(
                blank=True, max_length=2000, verbose_name="Is there anybody you would rather not sit with?"
            ),
        ),
        migrations.AlterField(
            model_name="tablewish",
            name="beside",
            field=goldenthread.kit.sealed.SealedTextField(
                blank=True,
                max_length=2000,
                verbose_name="Is somebody coming to support you, with a place of their own?",
            ),
        ),
    ]
