import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Only the name of the model: its table keeps the name that every backup knows, and no database has anything to do."""

    dependencies = [
        ('outbox', '0004_letters_with_a_calendar'),
        # It names the model as it was called before.
        ('threads', '0001_first'),
    ]

    operations = [
        migrations.AlterModelTable(name='letter', table='outbox_letter'),
        migrations.RenameModel(old_name='Letter', new_name='Email'),
        migrations.AlterModelOptions(name='email', options={'verbose_name': 'letter'}),
        migrations.AlterField(
            model_name='email',
            name='to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='emails', to=settings.AUTH_USER_MODEL),
        ),
    ]
