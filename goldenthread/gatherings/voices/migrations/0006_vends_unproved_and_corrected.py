"""What convenors had typed in with an address, and nobody has said yes to there, waits for that yes. And what convenors mistype of
a reading on paper, they can correct."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F

import goldenthread.kit.clock

LEANINGS = [("in", "In"), ("not_now", "Not now"), ("form", "In another form"), ("close", "Too close to me")]


def wait_for_their_yes(apps, schema_editor):
    voices = apps.get_model("voices", "Voice").objects.using(schema_editor.connection.alias)
    typed_in = voices.filter(typed_in_by__isnull=False, person=None, left_at=None).exclude(email="")
    typed_in.update(unproved_since=F("at"))


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("voices", "0005_mvoices_told_when"),
    ]

    operations = [
        migrations.AddField(
            model_name="voice", name="unproved_since", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="reading",
            name="typed_in_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="ReadingCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("leaning", models.CharField(choices=LEANINGS, max_length=10)),
                ("words", models.TextField(blank=True, max_length=2000)),
                ("at", models.DateTimeField(default=goldenthread.kit.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="corrections", to="voices.reading"
                    ),
                ),
            ],
        ),
        migrations.RunPython(wait_for_their_yes, migrations.RunPython.noop),
    ]
