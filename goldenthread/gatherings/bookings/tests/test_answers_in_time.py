"""Whatever is asked of somebody, they are asked to answer before the gathering begins; and what nobody answered is free by then."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Gathering

# It begins at half past nine in Leeds, which is an hour before that in UTC.
BEGINS = datetime(2027, 4, 20, 8, 30, tzinfo=UTC)
THE_DAY_BEFORE = datetime(2027, 4, 19, 16, 0, tzinfo=UTC)
# When a third of the time is left.
REMINDED = BEGINS - (BEGINS - THE_DAY_BEFORE) / 3


@pytest.fixture
def now(spring):
    Gathering.objects.filter(pk=spring.pk).update(from_time=time(9, 30), to_time=time(16, 30))
    spring.refresh_from_db()
    with time_machine.travel(THE_DAY_BEFORE, tick=False):
        yield THE_DAY_BEFORE


def until(name):
    return Booking.objects.live().get(name=name).until


def test_a_place_is_confirmed_before_it_begins(full):
    assert (until("Ann"), Booking.objects.get(name="Ann").remind_at) == (BEGINS, REMINDED)


def test_an_offer_is_answered_before_it_begins(full, now):
    give_up(full["Ben"], State.CANCELLED, now=now, by=None)

    assert until("Dot") == BEGINS


def test_so_is_a_gift_to_a_friend(full, now):
    give_to(full["Ben"], Friend("Flo", "flo@example.org"), now=now)

    assert until("Flo") == BEGINS


def test_who_asks_when_it_has_begun_has_an_hour(room):
    begun = BEGINS + timedelta(hours=2)
    ben = keep_a_place(room, PlaceRequest("Ben", "ben@example.org"), now=begun)

    assert ben.until == begun + timedelta(hours=1)


def test_places_that_nobody_answered_are_free_when_it_begins(full, now, stands):
    chores.remind(REMINDED)
    chores.release(BEGINS)

    assert [stands(full)[name] for name in ("Ann", "Ben", "Cat")] == [State.RELEASED] * 3


def test_no_later_press_keeps_a_place_empty_on_the_day(full, ask, now, stands):
    ask("Ann")
    chores.remind(REMINDED)
    chores.release(BEGINS)

    assert stands(full)["Ann"] == State.RELEASED


def test_a_day_that_comes_sooner_brings_the_answer_forward(full, room, ada, now):
    later = date(2027, 6, 1)
    room.replan({"day": later}, since=room.sequence, by=ada, is_small=False)
    Booking.objects.filter(name="Ann").update(until=datetime(2027, 5, 30, tzinfo=UTC))
    room.refresh_from_db()
    room.replan({"day": date(2027, 4, 20)}, since=room.sequence, by=ada, is_small=False)

    assert until("Ann") == BEGINS


def test_the_usual_time_holds_when_there_is_time(spring, ask):
    Gathering.objects.filter(pk=spring.pk).update(day=date(2027, 6, 1))

    assert ask("Ann").until == THE_DAY_BEFORE + timedelta(hours=72)
