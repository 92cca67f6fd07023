from django.db import migrations

import goldenthread.kit.sealed


class Migration(migrations.Migration):
    dependencies = [("tables", "0005_a_table_that_changes")]

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
