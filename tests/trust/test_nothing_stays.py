"""Somebody leaves, and nothing of them is left: not in the database file, its log or its index, nor in any other file of the house."""

import json

import pytest

from tests.journeys.houses import SERVER

# One leaves, three are forgotten who only booked.
WORDS = ("canary", "finch", "wren", "heron")
# Runs inside the house. The cast is invented; every word of the canary begins alike.
LIFE = """
import json
from pathlib import Path
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone
from goldenthread.kit.models import House
from goldenthread.kit.sqlite.emptying import empty_the_log
from goldenthread.people.leaving import leave
from goldenthread.people.models import Person
from tests.trust.lives import life_of, only_booked

House.objects.create(pk=1, name="Home", sentence="Ours.", founded_at=timezone.now())

def in_files(word):
    files = [path for path in Path(settings.DATA_DIR).rglob("*") if path.is_file()]
    return sum(path.read_bytes().lower().count(word.encode()) for path in files)

def in_rows(word):
    return sum(word in str(row).lower() for model in apps.get_models() for row in model._default_manager.values_list())

def left():
    if connection.vendor == "sqlite":
        # What lies sealed may not be found even before.
        sealed = sum(in_files(f"{word}{told}") for word in ("canary", *BOOKED) for told in ("needs", "supporter"))
    else:
        sealed = 0
    counted = {"sealed": sealed, "control": in_rows("keepsake")}
    return counted | {word: [in_files(word), in_rows(word)] for word in ("canary", *BOOKED)}

# The control: what was erased and not emptied out of the log is still in the files.
life_of("magpie")
leave(Person.objects.get(email="magpieaddress@example.org"))
lingering = in_files("magpie")
empty_the_log()
emptied = in_files("magpie")
stays, goes = life_of("keepsake"), life_of("canary")
# Who never joined: asked and did not confirm, confirmed, and was brought in by a list.
BOOKED = ("finch", "wren", "heron")
erasures = [only_booked(word) for word in BOOKED]
before = left() | {"lingering": lingering, "emptied": emptied}
answers = [goes.post("/me/leave/").status_code, *(stays.post(erasure).status_code for erasure in erasures)]
after = left()
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("SELECT count(*) FROM people_finding_words WHERE people_finding_words MATCH 'canarybrings'")
        after["found"] = cursor.fetchone()[0]
        after["whole"] = cursor.execute("PRAGMA integrity_check").fetchone()[0]
        cursor.execute("INSERT INTO people_finding_words(people_finding_words, rank) VALUES ('integrity-check', 1)")
print(json.dumps([before, after, answers]))
"""


@pytest.fixture(scope="module")
def life(house_to_copy, tmp_path_factory):
    house = house_to_copy.copied_to(tmp_path_factory.mktemp("left"))
    yield json.loads(house.run(script=LIFE))
    house.pull_down()


@pytest.mark.parametrize("word", WORDS)
def test_they_were_there_before(life, word):
    before, _after, _answers = life
    files, rows = before[word]

    assert rows > 5
    assert (files > 10) is (not SERVER)


@pytest.mark.parametrize("word", WORDS)
def test_not_one_byte_is_left(life, word):
    _before, after, answers = life

    assert (after[word], answers) == ([0, 0], [302] * 4)


def test_others_are_still_there(life):
    before, after, _answers = life

    assert after["control"] == before["control"] > 5


def test_what_is_sealed_was_never_to_be_read_in_the_file(life):
    before, _after, _answers = life

    assert before["sealed"] == 0


@pytest.mark.skipif(bool(SERVER), reason="asks SQLite")
def test_bytes_that_linger_in_the_log_would_be_noticed(life):
    before, _after, _answers = life

    assert (before["lingering"] > 0, before["emptied"]) == (True, 0)


@pytest.mark.skipif(bool(SERVER), reason="asks SQLite")
def test_the_index_is_whole_and_forgot_as_well(life):
    _before, after, _answers = life

    assert (after["found"], after["whole"]) == (0, "ok")
