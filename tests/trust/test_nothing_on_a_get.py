"""Mail scanners, browsers and search engines open every link: nothing may come of it."""

import pytest
from django.apps import apps
from django.db.models import Q

from goldenthread.journal.models import Entry
from goldenthread.journal.reading import READ, TOOK
from tests.house.permissions import rows

# An opened page may be counted and a session kept alive; that somebody read what was told in confidence is written down
# (test_readings.py). No fact may change.
MAY_MOVE = {"sessions.Session", "usersessions.UserSession"}
PLACES = [row for row in rows() if row.method == "GET"]


@pytest.mark.parametrize("role", ["stranger", "member", "convenor", "other convenor", "keeper"])
def test_looking_at_every_page_changes_nothing(role, client_of, things, in_a_house):
    browser = client_of(role)
    in_a_house("sample")
    before = everything()

    answers = [browser.get(row.address.format_map(things)).status_code for row in PLACES]

    assert len(answers) == len(PLACES)
    assert everything() == before


def test_a_change_would_be_noticed(client_of):
    browser = client_of("member")
    before = everything()

    browser.post("/gatherings/new/", {"title": "Tea"})

    now = everything()
    assert {name for name in now if now[name] != before[name]} == {
        "plan.Gathering",
        "plan.HistoricalGathering",
        "plan.Convening",
    }


def everything():
    """All rows of all tables that a model speaks for."""
    models = [model for model in apps.get_models() if model._meta.label not in MAY_MOVE]
    rows = {model._meta.label: sorted(map(repr, model._default_manager.values_list())) for model in models}
    readings = Entry.objects.filter(Q(did__startswith=READ) | Q(did__startswith=TOOK))
    return rows | {"journal.Entry": sorted(map(repr, Entry.objects.exclude(pk__in=readings).values_list()))}
