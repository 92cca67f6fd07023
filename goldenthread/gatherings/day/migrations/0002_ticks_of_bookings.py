import django.db.models.deletion
from django.db import migrations, models


def from_people_to_bookings(apps, _schema_editor):
    """A tick was of a person, and is of their booking at this gathering. One for whom there is no booking any more goes."""
    Booking, Tick = apps.get_model('bookings', 'Booking'), apps.get_model('day', 'Tick')
    gatherings = set(Tick.objects.values_list('gathering', flat=True))
    rows = Booking.objects.filter(gathering__in=gatherings).exclude(person=None).order_by('pk')
    booking_of = {(gathering, person): key for key, gathering, person in rows.values_list('pk', 'gathering', 'person')}
    for tick in list(Tick.objects.all()):
        by = booking_of.get((tick.gathering_id, tick.by_person))
        to = booking_of.get((tick.gathering_id, tick.to_person))
        if by and to:
            Tick.objects.filter(pk=tick.pk).update(by=by, to=to)
        else:
            tick.delete()


class Migration(migrations.Migration):

    dependencies = [
        ('bookings', '0006_expected'),
        ('day', '0001_first'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='tick', name='one_ticks_another_once'),
        migrations.AlterField(model_name='tick', name='by', field=models.BigIntegerField()),
        migrations.AlterField(model_name='tick', name='to', field=models.BigIntegerField()),
        migrations.RenameField(model_name='tick', old_name='by', new_name='by_person'),
        migrations.RenameField(model_name='tick', old_name='to', new_name='to_person'),
        migrations.AddField(
            model_name='tick',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bookings.booking'),
        ),
        migrations.AddField(
            model_name='tick',
            name='to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bookings.booking'),
        ),
        migrations.RunPython(from_people_to_bookings, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name='tick', name='by_person'),
        migrations.RemoveField(model_name='tick', name='to_person'),
        migrations.AlterField(
            model_name='tick',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bookings.booking'),
        ),
        migrations.AlterField(
            model_name='tick',
            name='to',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bookings.booking'),
        ),
        migrations.AddConstraint(
            model_name='tick',
            constraint=models.UniqueConstraint(fields=('gathering', 'by', 'to'), name='one_ticks_another_once'),
        ),
    ]
