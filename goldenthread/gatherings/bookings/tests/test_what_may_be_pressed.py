"""What the page of a booking offers, by how it stands. The verbs refuse most of it once more; here stands which buttons there are."""

from datetime import UTC, datetime

import pytest

from goldenthread.gatherings.bookings import rules
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.plan import turns

AFTER = datetime(2027, 4, 21, 9, tzinfo=UTC)
NOTHING = (False, False, False, False, False)


@pytest.fixture
def full(full, ask, room, ada, now):
    """One of each way to stand, each under their name."""
    waiting = {name: confirm(ask(name), now) for name in ["Fay", "Gus"]}
    put_down(room, PlaceRequest("Nan", "nan@example.org"), now=now, by=ada)
    confirm(full["Ann"], now)
    confirm(full["Dot"], now)
    give_up(waiting["Gus"], State.CANCELLED, now=now, by=None)
    give_up(full["Cat"], State.CANCELLED, now=now, by=None)
    withdraw(waiting["Fay"], State.CANCELLED, now=now)


def offered_to(name, moment):
    """Giving it up; a convenor's ending it; giving it to a friend; correcting what was told; saying yes."""
    booking = Booking.objects.select_related("gathering").get(name=name)
    questions = (rules.may_give_up, rules.may_end, rules.may_give, rules.may_correct, rules.may_confirm)
    return tuple(bool(may(booking, moment)) for may in questions)


@pytest.mark.parametrize(
    ("name", "how", "offered"),
    [
        ("Ann", "comes", (True, True, True, True, False)),
        ("Ben", "has not confirmed", (True, True, True, False, True)),
        ("Cat", "has ended, and never confirmed", NOTHING),
        ("Dot", "is known, and offered a place", (True, True, True, True, True)),
        ("Eli", "waits", (True, True, False, False, True)),
        ("Fay", "is known, waits, and is leaving", (False, True, False, False, False)),
        ("Gus", "is known, and has ended", NOTHING),
        ("Nan", "was put down by others", (True, True, False, False, False)),
    ],
)
def test_each_is_offered_what_fits_how_they_stand(full, now, name, how, offered):
    assert offered_to(name, now) == offered


@pytest.mark.parametrize("name", ["Ann", "Ben", "Dot"])
def test_nothing_is_offered_when_it_is_over(full, name):
    assert offered_to(name, AFTER) == NOTHING


@pytest.mark.parametrize(
    ("name", "offered"), [("Ann", (True, True, False, True, False)), ("Ben", (True, True, False, False, False))]
)
def test_of_what_is_called_off_nothing_is_given_away_or_confirmed(full, room, ada, now, name, offered):
    turns.call_off(room, by=ada)

    assert offered_to(name, now) == offered
