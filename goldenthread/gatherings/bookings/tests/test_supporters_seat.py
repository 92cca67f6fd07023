"""A seat for somebody who travels along, asked for later: only one that nobody waits for and that is free."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.bookings.opening import hold_places
from goldenthread.gatherings.bookings.seats import Seats

WITH_SAM = {"supporter": "Sam", "has_supporter": True}


@pytest.fixture
def seats_after(ask, now):
    """How many Ann has, once she has confirmed that Sam travels along."""
    return lambda: confirm(ask("Ann", **WITH_SAM), now).seats


def test_there_is_none_in_a_full_room_although_nobody_waits(ask, now, seats_after):
    [confirm(ask(name), now) for name in ["Ann", "Ben", "Cat"]]

    assert seats_after() == 1


def test_there_is_none_while_somebody_waits_for_two(ask, now, seats_after):
    [confirm(ask(name), now) for name in ["Ann", "Ben"]]
    dot = ask("Dot", **WITH_SAM)

    assert (dot.state, seats_after()) == (State.WAITING, 1)


def test_who_waits_themselves_waits_for_two(full, now, ask):
    confirm(full["Dot"], now)

    assert confirm(ask("Dot", **WITH_SAM), now).seats == 2


def test_there_is_one_of_those_that_are_held_for_ones_own_sector(room, ada, ask, now, seats_after):
    hold_places(room, by=ada, now=now, sector="health", places=3, until=now.date())
    confirm(ask("Ann", sectors=["health"]), now)

    assert seats_after() == 2


def test_what_a_stranger_asked_for_goes_with_their_words(ask, now):
    ask("Ann", **WITH_SAM)

    assert confirm(ask("Ann"), now).seats == 1


def test_what_the_owner_asked_for_stays(ask, now):
    confirm(ask("Ann", **WITH_SAM), now)

    assert confirm(ask("Ann", line="By train."), now).seats == 2


def test_and_the_seat_that_a_stranger_asked_for_goes_to_who_waits(ask, now, stands):
    ask("Ann", **WITH_SAM), ask("Ben")
    dot = ask("Dot")

    confirm(ask("Ann"), now)

    assert (dot.state, stands({"Dot": dot})) == (State.WAITING, {"Dot": State.OFFERED})


@pytest.mark.parametrize(("taken", "seat"), [(2, "health"), (3, None)])
def test_the_last_held_seat_is_given_and_none_that_is_not_there(taken, seat):
    """Fewer places than were promised: the convenors asked for a smaller room."""
    assert Seats(places=3, taken=taken, held={"health": 1}).for_hats(["health"], 1) == seat
