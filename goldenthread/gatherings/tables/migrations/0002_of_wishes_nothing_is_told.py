from django.db import migrations


def tell_nothing_of_wishes(apps, schema_editor):
    """Versions made before said whether everything was kept that people asked for, or that it could not be."""
    versions = apps.get_model("tables", "Mix").objects
    for version in versions.only("told").iterator():
        if "is_fine" in version.told or version.told.get("what") in {"wishes", "feature"}:
            told = {name: value for name, value in version.told.items() if name != "is_fine"}
            versions.filter(pk=version.pk).update(told={"what": "locked"} if "what" in told else told)


class Migration(migrations.Migration):
    dependencies = [("tables", "0001_first")]

    operations = [migrations.RunPython(tell_nothing_of_wishes, migrations.RunPython.noop, elidable=True)]
