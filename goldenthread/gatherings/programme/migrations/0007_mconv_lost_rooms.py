from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programme', '0006_placing_taken_out_at'),
    ]

    operations = [
        migrations.AddField(
            model_name='roomclosure',
            name='is_until_the_end',
            field=models.BooleanField(default=False),
        ),
    ]
