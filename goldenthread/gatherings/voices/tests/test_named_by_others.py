"""Anybody may name anybody as somebody who brings it with them: that shuts nobody out, and opens nothing."""

import pytest

from goldenthread.gatherings.plan.models import Convening
from goldenthread.gatherings.voices.deciding import bring
from goldenthread.gatherings.voices.models import Decision, Telling, Voice
from goldenthread.gatherings.voices.pile import pile_of
from goldenthread.gatherings.voices.standing_together import ask_another, leave, say_yes
from goldenthread.people.everything import rows_of


@pytest.fixture
def named(jude, bo, now):
    return ask_another(jude, name="Bo", email="bo@example.org", now=now)


@pytest.fixture
def reads_it(named, bo, spring):
    return lambda: [sheet.number for sheet in pile_of(bo, spring)] == [named.contribution_id]


@pytest.fixture
def decides_about_it(named, bo, ada, spring):
    Convening.objects.get_or_create(gathering=spring, person=bo)
    gathering = type(spring).objects.with_facts().get(pk=spring.pk)
    return lambda: bring(bo, gathering) == set()


def test_whoever_was_only_asked_decides_and_reads(reads_it, decides_about_it):
    assert (reads_it(), decides_about_it()) == (True, True)


def test_whoever_said_no_does_so_too(named, reads_it, decides_about_it, now):
    leave(named, now=now)

    assert (reads_it(), decides_about_it()) == (True, True)


def test_whoever_said_yes_does_not(named, reads_it, decides_about_it, now):
    say_yes(named, now=now)

    assert (reads_it(), decides_about_it()) == (False, False)


def test_being_asked_shows_no_decision(named, bo, ada, spring, client, now):
    telling = Telling.objects.create(gathering=spring, by=ada)
    Decision.objects.create(contribution=named.contribution, answer="in", telling=telling)
    answer = f"{Voice.objects.get(pk=named.pk).get_absolute_url()}acceptance/"

    assert (list(rows_of(bo, Decision)), client.get(answer).status_code) == ([], 404)
