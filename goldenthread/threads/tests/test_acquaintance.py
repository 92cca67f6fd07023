"""Who knows whom, and who are the people that one has met."""

from dataclasses import replace
from datetime import timedelta

import pytest

from goldenthread.kit import clock
from goldenthread.people.audience import what_is_seen
from goldenthread.people.closeness import closeness_of
from goldenthread.people.models import Audience, Person, Portrait
from goldenthread.threads.acquaintance import met_by, ties_among
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.meeting import they_met, unmeet
from goldenthread.threads.models import Ending, pair_of


@pytest.fixture
def everybody(ada, bo, cy):
    return [ada.pk, bo.pk, cy.pk]


def test_ties_are_counted_for_the_mixer(ada, bo, cy, spring_day, begun, met):
    met(ada, bo)
    met(bo, cy)
    met(ada, bo, where=replace(spring_day, round=2))
    begun(ada, bo)

    assert ties_among([ada, bo, cy]) == {pair_of(ada, bo): 3, pair_of(bo, cy): 1}
    assert ties_among([ada, cy]) == {}


def test_who_ended_a_thread_still_met(ada, bo, begun, met):
    met(ada, bo)
    begun(ada, bo).end(by=ada)

    assert ties_among([ada, bo]) == {pair_of(ada, bo): 1}


def test_ties_are_counted_in_two_questions(ada, bo, cy, spring_day, noon, django_assert_num_queries):
    they_met([(ada, bo), (bo, cy)], where=spring_day, at=noon)

    with django_assert_num_queries(2):
        ties_among([ada, bo, cy])


def test_an_encounter_is_enough_to_have_met(ada, bo, everybody, met):
    met(ada, bo)

    assert (met_by(ada, everybody), met_by(bo, everybody)) == ({bo.pk}, {ada.pk})


def test_so_is_a_thread(ada, bo, everybody, begun):
    begun(ada, bo)

    assert (met_by(ada, everybody), met_by(bo, everybody)) == ({bo.pk}, {ada.pk})


def test_only_those_asked_about_are_answered(ada, bo, cy, spring_day, noon):
    they_met([(ada, bo), (ada, cy)], where=spring_day, at=noon)

    assert met_by(ada, [cy.pk]) == {cy.pk}


def test_what_was_taken_back_opens_nothing(ada, bo, everybody, spring_day, met):
    met(ada, bo)
    unmeet(spring_day)

    assert met_by(ada, everybody) == set()


@pytest.mark.parametrize("ender", [0, 1])
def test_what_one_ended_is_closed_for_both(ada, bo, everybody, ender, begun, met):
    met(ada, bo)
    begun(ada, bo).end(by=[ada, bo][ender])

    assert (met_by(ada, everybody), met_by(bo, everybody)) == (set(), set())


def test_an_encounter_without_a_thread_can_be_ended_too(ada, bo, everybody, met):
    met(ada, bo)
    Ending.declare(by=ada, other=bo)

    assert met_by(bo, everybody) == set()


def test_meeting_again_at_a_table_reopens_nothing(ada, bo, everybody, autumn, begun, met):
    begun(ada, bo).end(by=ada)
    met(ada, bo, where=autumn, at=clock.now() + timedelta(days=3))

    assert met_by(bo, everybody) == set()


def test_beginning_anew_reopens(ada, bo, everybody, autumn, begun):
    begun(ada, bo).end(by=ada)
    begun(ada, bo, where=autumn, at=clock.now() + timedelta(days=3))

    assert met_by(bo, everybody) == {ada.pk}


def test_a_wish_to_be_apart_closes_nothing_because_that_would_tell(ada, bo, everybody, met):
    met(ada, bo)
    keep_apart(ada, bo)

    assert met_by(bo, everybody) == {ada.pk}


def test_it_is_decided_in_two_questions_for_however_many(ada, spring_day, noon, django_assert_num_queries):
    people = Person.objects.bulk_create(Person(name=f"Person {number}", password="!") for number in range(40))
    they_met([(ada, person) for person in people], where=spring_day, at=noon)

    with django_assert_num_queries(2):
        assert len(met_by(ada, [person.pk for person in people])) == 40


def test_people_i_have_met_read_what_i_told_them(ada, bo, cy, met):
    Portrait.objects.create(person=ada, brings="Bread", brings_audience=Audience.MET)
    met(ada, bo)

    words = [what_is_seen(of=ada, by=by, closeness=closeness_of(by, [ada.pk])[ada.pk]).brings for by in (bo, cy)]

    assert words == ["Bread", ""]
