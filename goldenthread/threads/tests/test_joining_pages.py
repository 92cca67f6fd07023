"""Two pages of one person become one, and every pair is written in order again."""

import pytest

from goldenthread.people.merging_people import merge_people
from goldenthread.people.models import Person
from goldenthread.threads.acquaintance import met_by, ties_among
from goldenthread.threads.beginning import begin
from goldenthread.threads.keep_apart import keep_apart, pairs_among
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Encounter, Ending, Introduction, KeepApart, Side, Thread, pair_of


@pytest.fixture
def other(home, bo, cy):
    """Bo's second page, made after everybody else."""
    return Person.objects.create_person("Boris", "boris@example.org", joined_at=home.founded_at)


@pytest.mark.parametrize("stays_first", [True, False])
def test_threads_and_encounters_come_along(bo, cy, other, spring_day, noon, stays_first):
    stays, goes = (bo, other) if stays_first else (other, bo)
    they_met([(goes, cy)], where=spring_day, at=noon)
    begin(cy, goes, where=spring_day, at=noon)

    merge_people(stays, goes)

    assert Encounter.objects.pairs() == Thread.objects.pairs() == {pair_of(stays, cy)}


def test_what_stood_on_both_pages_stands_once(bo, cy, other, spring_day, autumn, noon):
    they_met([(bo, cy), (other, cy)], where=spring_day, at=noon)
    they_met([(other, cy)], where=autumn, at=noon)

    merge_people(bo, other)

    assert ties_among([bo, cy]) == {pair_of(bo, cy): 2}


def test_that_one_met_oneself_is_nothing(bo, other, spring_day, noon):
    they_met([(bo, other)], where=spring_day, at=noon)
    keep_apart(bo, other)

    merge_people(bo, other)

    assert (Encounter.objects.count(), KeepApart.objects.count()) == (0, 0)


def test_that_one_introduced_oneself_is_nothing(bo, cy, other, noon):
    one, two = pair_of(other, cy)
    Introduction.objects.create(one_id=one, other_id=two, by=bo, at=noon)

    merge_people(bo, other)

    assert Introduction.objects.count() == 0


def test_what_ended_on_either_page_has_ended(bo, cy, other, spring_day, noon):
    begin(bo, cy, where=spring_day, at=noon)
    begin(other, cy, where=spring_day, at=noon)
    Ending.declare(by=cy, other=other)

    merge_people(bo, other)

    assert (list(Thread.objects.live()), met_by(bo, [cy.pk])) == ([], set())


def test_wishes_come_along(bo, cy, other):
    keep_apart(other, cy)

    merge_people(bo, other)

    assert pairs_among([bo, cy]) == {pair_of(bo, cy)}


def test_notes_of_both_pages_stand_under_each_other(bo, cy, other):
    Side.objects.create(owner=bo, whom=cy, note="Likes tea.")
    Side.objects.create(owner=other, whom=cy, note="Has a boat.", reach="By post", is_near=True)

    merge_people(bo, other)

    side = Side.objects.get()
    assert (side.note, side.reach, side.is_near) == ("Likes tea.\n\nHas a boat.", "By post", True)
