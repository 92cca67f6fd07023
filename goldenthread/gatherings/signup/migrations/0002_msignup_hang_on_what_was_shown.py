from django.db import migrations, models


def hang_on_hours(apps, _schema_editor):
    """What hung on the draft hangs on which session it is, and which of its times; what is gone already has nothing to hang on."""
    for name in ("SessionPlace", "OwedSession"):
        rows = apps.get_model("signup", name).objects
        for row in rows.exclude(placing=None).select_related("placing__session"):
            row.session_uid, row.number = row.placing.session.uid, row.placing.number
            row.save(update_fields=["session_uid", "number"])
    apps.get_model("signup", "SessionPlace").objects.filter(placing=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("signup", "0001_first"),
    ]

    operations = [
        migrations.AddField("sessionplace", "session_uid", models.UUIDField(null=True)),
        migrations.AddField("sessionplace", "number", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField("owedsession", "session_uid", models.UUIDField(null=True)),
        migrations.AddField("owedsession", "number", models.PositiveSmallIntegerField(null=True)),
        migrations.RunPython(hang_on_hours, migrations.RunPython.noop, elidable=True),
        migrations.RemoveConstraint("sessionplace", "somebody_is_in_a_session_once_at_an_hour"),
        migrations.RemoveField("sessionplace", "placing"),
        migrations.RemoveField("owedsession", "placing"),
        migrations.AlterField("sessionplace", "session_uid", models.UUIDField()),
        migrations.AlterField("sessionplace", "number", models.PositiveSmallIntegerField()),
        migrations.AddConstraint(
            "sessionplace",
            models.UniqueConstraint(
                fields=["booking", "session_uid", "number"], name="somebody_is_in_a_session_once_at_an_hour"
            ),
        ),
    ]
