"""Mail scanners, browsers and search engines open every link: nothing may come of it. They do so in test_every_page.py."""

from django.apps import apps
from django.db.models import Q

from goldenthread.journal.models import Entry
from goldenthread.journal.reading import READ, TOOK

# An opened page may be counted and a session kept alive; that somebody read what was told in confidence is written down
# (test_readings.py). No fact may change.
MAY_MOVE = {"sessions.Session", "usersessions.UserSession"}


def test_a_change_would_be_noticed(client_of):
    browser = client_of("member")
    before = everything()

    browser.post("/gatherings/new/", {"title": "Tea"})

    now = everything()
    assert {name for name in now if now[name] != before[name]} == {
        "plan.Gathering",
        "plan.HistoricalGathering",
        "plan.Convening",
        "journal.Entry",
    }


def everything():
    """All rows of all tables that a model speaks for."""
    models = [model for model in apps.get_models() if model._meta.label not in MAY_MOVE]
    rows = {model._meta.label: sorted(map(repr, model._default_manager.values_list())) for model in models}
    readings = Entry.objects.filter(Q(did__startswith=READ) | Q(did__startswith=TOOK))
    return rows | {"journal.Entry": sorted(map(repr, Entry.objects.exclude(pk__in=readings).values_list()))}
