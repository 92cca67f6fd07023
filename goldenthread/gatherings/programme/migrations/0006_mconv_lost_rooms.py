from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programme', '0005_paper_imports'),
    ]

    operations = [
        migrations.AddField(
            model_name='roomclosure',
            name='is_until_the_end',
            field=models.BooleanField(default=False),
        ),
    ]
