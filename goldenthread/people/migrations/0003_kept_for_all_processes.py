from django.core.management import call_command
from django.db import migrations


def make_room(apps, schema_editor):
    """The table of rate limits. Made even where CACHE_URL names something else, so that one may come back to it."""
    call_command("createcachetable", "kept_for_all_processes", database=schema_editor.connection.alias, verbosity=0)


def clear_it_away(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS kept_for_all_processes")


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_sign_in_link"),
    ]

    operations = [
        migrations.RunPython(make_room, clear_it_away),
    ]
