"""Somebody leaves, and nothing of them is left: not in the database file, its log or its index, nor in any other file of the house."""

import json

import pytest

from tests.journeys.houses import SERVER, House

# Runs inside the house. The cast is invented; every word of the canary begins alike.
LIFE = """
import json, sys
from pathlib import Path
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from goldenthread.gatherings.plan.models import Following, Gathering, OfferOfHelp
from goldenthread.kit.models import House
from goldenthread.kit.sqlite.emptying import empty_the_log
from goldenthread.people import letters
from goldenthread.people.leaving import leave
from goldenthread.people.models import Hat, PaperCode, Person, Portrait
from goldenthread.people.telling import put_on
from goldenthread.threads import chores, introducing
from goldenthread.threads.apart import keep_apart
from goldenthread.threads.beginning import begin
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Asking, Side, Where

call_command("migrate", verbosity=0)
now = timezone.now()
House.objects.create(pk=1, name="Home", sentence="Ours.", founded_at=now)

def meet_others(person, word):
    # Whom they met, what was written about whom, whom they introduced, and what stands in letters to others.
    friend, other = (Person.objects.create_person(name, f"{name}@example.org", joined_at=now) for name in (f"friend.{word[::-1]}", f"other.{word[::-1]}"))
    where = Where("gathering:1", "Tea", introduced_by=person.pk)
    they_met([(person, friend), (person, other)], where=where, at=now)
    begin(person, friend, where=where, at=now)
    Side.objects.create(owner=person, whom=friend, note=f"{word}note", reach=f"{word}reach")
    keep_apart(other, person)
    introducing.introduce(friend, other, by=person, why=f"{word}why", at=now, is_wanted=True)
    introducing.introduce(person, other, by=friend, why=f"{word}name is kind", at=now, is_wanted=True)
    chores.ask(now)

def life_of(word):
    client = Client(SERVER_NAME="localhost")
    person = Person.objects.create_person(f"{word}name", f"{word}address@example.org", joined_at=now)
    client.post("/sign-in/", {"email": person.email})
    client.force_login(person)
    told = {"chosen_name": f"{word}chosen", "pronouns": f"{word}pronouns", "language": "en-gb", "letters_rhythm": "daily"}
    told |= {"brings": f"{word}brings", "looks_for": f"{word}looks", "access_needs": f"{word}needs", "is_to_be_found": "on"}
    assert client.post("/me/", told).status_code == 302
    put_on(Hat(person=person, sector="lived_experience", words=f"{word}lived"))
    put_on(Hat(person=person, words=f"{word}role", audience="members", is_for_being_found=True))
    letters.passkey_added(person)
    tea = Gathering.begin("Tea", by=person)
    Following.objects.create(gathering=tea, person=person, told=1)
    OfferOfHelp.objects.create(gathering=tea, point="where", words=f"{word}offer", person=person)
    meet_others(person, word)
    assert f"{word}brings" in client.get("/me/everything.json").content.decode()
    return client

def in_files(word):
    files = [path for path in Path(settings.DATA_DIR).rglob("*") if path.is_file()]
    return sum(path.read_bytes().lower().count(word.encode()) for path in files)

def in_rows(word):
    return sum(word in str(row).lower() for model in apps.get_models() for row in model._default_manager.values_list())

def left():
    if connection.vendor == "sqlite":
        # What lies sealed may not be found even before.
        sealed = in_files("canaryneeds")
    else:
        sealed = 0
    return {"files": in_files("canary"), "rows": in_rows("canary"), "sealed": sealed, "control": in_rows("keepsake")}

# The control: what was erased and not emptied out of the log is still in the files.
life_of("magpie")
leave(Person.objects.get(email="magpieaddress@example.org"))
lingering = in_files("magpie")
empty_the_log()
emptied = in_files("magpie")
stays, goes = life_of("keepsake"), life_of("canary")
before = left() | {"lingering": lingering, "emptied": emptied}
answer = goes.post("/me/leave/")
after = left()
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("SELECT count(*) FROM people_finding_words WHERE people_finding_words MATCH 'canarybrings'")
        after["found"] = cursor.fetchone()[0]
        after["whole"] = cursor.execute("PRAGMA integrity_check").fetchone()[0]
        cursor.execute("INSERT INTO people_finding_words(people_finding_words, rank) VALUES ('integrity-check', 1)")
print(json.dumps([before, after, answer.status_code]))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    house = House.empty(tmp_path_factory.mktemp("left"))
    yield json.loads(house.run(script=LIFE))
    house.pull_down()


def test_they_were_there_before(told):
    before, _after, _status = told

    assert before["rows"] > 5
    assert (before["files"] > 10) is (not SERVER)


def test_not_one_byte_is_left(told):
    _before, after, status = told

    assert (after["files"], after["rows"], status) == (0, 0, 302)


def test_others_are_still_there(told):
    before, after, _status = told

    assert after["control"] == before["control"] > 5


def test_what_is_sealed_was_never_to_be_read_in_the_file(told):
    before, _after, _status = told

    assert before["sealed"] == 0


@pytest.mark.skipif(bool(SERVER), reason="asks SQLite")
def test_bytes_that_linger_in_the_log_would_be_noticed(told):
    before, _after, _status = told

    assert (before["lingering"] > 0, before["emptied"]) == (True, 0)


@pytest.mark.skipif(bool(SERVER), reason="asks SQLite")
def test_the_index_is_whole_and_forgot_as_well(told):
    _before, after, _status = told

    assert (after["found"], after["whole"]) == (0, "ok")
