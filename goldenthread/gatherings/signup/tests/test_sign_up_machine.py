"""A machine signs up, moves, takes out, puts back and shows in any order, and notices faults that are planted."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.signup import mine, signing_up
from goldenthread.gatherings.signup.hours import SessionHour
from goldenthread.gatherings.signup.models.session_place import SessionPlaceQuerySet
from goldenthread.gatherings.signup.released_hours import held_by
from goldenthread.gatherings.signup.tests.sign_up_machine import SigningUp


@pytest.fixture
def machine(day, ada, now):
    return type("Machine", (SigningUp,), {"day": day, "ada": ada, "now": now})


def test_in_whatever_order_it_happens(machine):
    how = settings(max_examples=8, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))

    run_state_machine_as_test(machine, settings=how)


@pytest.fixture
def begun(machine):
    """By hand: two have the chairs of the first session, two more wait."""
    begun = machine()
    begun.begin()
    for person in (1, 2, 3, 4):
        begun.sign_up(person, 0, instead=False, typed=False)
    begun.whoever_waits_longest_is_first()
    return begun


def test_it_notices_a_chair_that_is_sold_twice(begun, monkeypatch):
    monkeypatch.setattr(SessionHour, "fits", lambda _hour, _seats: True)
    for person in (1, 2, 3):
        begun.sign_up(person, 1, instead=True, typed=False)

    with pytest.raises(AssertionError):
        begun.no_chair_is_sold_twice()


def test_it_notices_that_nobody_says_so(begun, monkeypatch):
    begun.no_chair_is_sold_twice()
    begun.change_room(0, 1)
    begun.no_chair_is_sold_twice()

    monkeypatch.setattr(SessionHour, "over_by", 0)

    with pytest.raises(AssertionError, match="nobody says"):
        begun.no_chair_is_sold_twice()


def test_it_notices_somebody_in_two_places(begun, monkeypatch):
    monkeypatch.setattr(signing_up, "clashes", lambda _hour, _places: [])
    begun.sign_up(1, 1, instead=False, typed=False)

    with pytest.raises(AssertionError):
        begun.nobody_is_put_in_two_places()


def test_it_notices_that_the_last_came_first(begun, monkeypatch):
    at = SessionPlaceQuerySet.at
    monkeypatch.setattr(SessionPlaceQuerySet, "at", lambda places, *key: at(places, *key).order_by("-pk"))
    begun.give_back(1, 0, typed=False)

    with pytest.raises(AssertionError):
        begun.whoever_waits_longest_is_first()


def test_it_notices_that_a_draft_moves_somebody(begun, monkeypatch):
    def held_in_the_draft(booking, now):
        return [held for held in held_by(booking, now) if Placing.objects.filter(pk=held.placing.key).exists()]

    monkeypatch.setattr(mine, "held_by", held_in_the_draft)

    with pytest.raises(AssertionError):
        begun.take_out(0)
