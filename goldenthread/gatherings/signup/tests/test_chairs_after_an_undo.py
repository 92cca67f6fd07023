"""A session is taken out of the draft by mistake and put back: nobody loses their chair, and nobody is told of it, until it is shown."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.programme.models import Placing, PlacingChange
from goldenthread.gatherings.programme.placing import undo, unplace
from goldenthread.gatherings.signup.chores import move_session_lists
from goldenthread.gatherings.signup.mine import my_chairs
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import SomebodyIsIn, close_sign_up
from goldenthread.gatherings.signup.signing_up import AtThatHour


@pytest.fixture
def in_line(opened, comes, sit):
    """Two have the chairs of the workshop at ten, and a third waits."""
    bookings = [comes(name) for name in ("Di", "Ed", "Flo")]
    for booking in bookings:
        sit(booking, opened[0])
    return bookings


@pytest.fixture
def take_out(opened, ada, now):
    def take_out():
        unplace(opened[0].session, 1, since_version=opened[0].version, by=ada, now=now)

    return take_out


@pytest.fixture
def put_back(ada, now):
    def put_back(after):
        undo(PlacingChange.objects.order_by("-pk")[0], by=ada, now=now + after)

    return put_back


AS_BEFORE = [("Di", "coming"), ("Ed", "coming"), ("Flo", "waiting")]


def test_until_it_is_shown_nobody_loses_or_hears_anything(in_line, opened, take_out, put_back, lists, now):
    before = my_chairs(in_line[0], now)
    take_out()
    move_session_lists(now + timedelta(hours=2))
    meanwhile = my_chairs(in_line[0], now), lists(opened[0])
    put_back(timedelta(hours=3))
    move_session_lists(now + timedelta(hours=4))

    assert [(chair.title, chair.when) for chair in before] == [("A workshop", "Tuesday 20 April, 10:00")]
    assert (meanwhile, my_chairs(in_line[0], now)) == ((before, AS_BEFORE), before)
    assert (Placing.objects.get(pk=opened[0].pk).room, OwedSession.objects.count()) == (opened[0].room, 0)
    assert lists(opened[0]) == AS_BEFORE


def test_meanwhile_people_sign_up_for_what_they_were_shown(in_line, opened, take_out, comes, sit, lists):
    take_out()

    assert sit(comes("Gus"), opened[0]).state == "waiting"
    with pytest.raises(AtThatHour):
        sit(in_line[0], opened[2])


def test_once_that_is_shown_they_are_told_once(in_line, take_out, released, now):
    take_out()
    released()
    move_session_lists(now)
    move_session_lists(now + timedelta(minutes=30))

    owed = [(row.booking.name, row.kind, row.title) for row in OwedSession.objects.order_by("pk")]
    assert owed == [(name, "gone", "A workshop") for name in ("Di", "Ed", "Flo")]
    assert not SessionPlace.objects.exists()


def test_shown_again_later_it_is_empty_for_whoever_comes_first(in_line, opened, take_out, put_back, sit, released):
    take_out()
    move_session_lists(released().at)
    put_back(timedelta(minutes=20))
    released()

    assert (sit(in_line[2], opened[0]).state, SessionPlace.objects.count()) == ("coming", 1)


def test_sign_up_stays_open_until_they_are_told(in_line, opened, take_out, ada, day, released):
    take_out()
    released()

    with pytest.raises(SomebodyIsIn):
        close_sign_up(opened[0].session.sign_up, day, by=ada)
