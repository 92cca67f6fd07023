"""A session is taken out of the programme by mistake and put back: nobody loses their chair, and nobody is told of it."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.programme.models import Placing, PlacingChange
from goldenthread.gatherings.programme.placing import undo, unplace
from goldenthread.gatherings.signup.chores import move_session_lists
from goldenthread.gatherings.signup.mine import my_chairs
from goldenthread.gatherings.signup.models import OwedSession, SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import SomebodyIsIn, close_sign_up
from goldenthread.gatherings.signup.signing_up import NoSignUp


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


def test_put_back_everybody_has_what_they_had_and_hears_nothing(in_line, opened, take_out, put_back, lists, now):
    take_out()
    move_session_lists(now + timedelta(minutes=14))
    put_back(timedelta(minutes=14))
    move_session_lists(now + timedelta(hours=2))

    assert (Placing.objects.get(pk=opened[0].pk).room, OwedSession.objects.count()) == (opened[0].room, 0)
    assert lists(opened[0]) == AS_BEFORE
    assert [str(place.placing) for place in my_chairs(in_line[0])] == ["A workshop, 2027-04-20 10:00"]


def test_meanwhile_it_is_not_there_and_stands_in_nobodys_way(in_line, opened, take_out, comes, sit):
    take_out()

    assert my_chairs(in_line[0]) == []
    assert sit(in_line[0], opened[2]).state == "coming"
    with pytest.raises(NoSignUp):
        sit(comes("Gus"), opened[0])


def test_after_a_quarter_of_an_hour_they_are_told_once(in_line, take_out, now):
    take_out()
    move_session_lists(now + timedelta(minutes=15))
    move_session_lists(now + timedelta(minutes=30))

    owed = [(row.booking.name, row.kind, row.title) for row in OwedSession.objects.order_by("pk")]
    assert owed == [(name, "gone", "A workshop") for name in ("Di", "Ed", "Flo")]
    assert not SessionPlace.objects.exists()


def test_put_back_later_it_is_empty_for_whoever_comes_first(in_line, opened, take_out, put_back, sit, now):
    take_out()
    move_session_lists(now + timedelta(minutes=15))
    put_back(timedelta(minutes=20))

    assert (sit(in_line[2], opened[0]).state, SessionPlace.objects.count()) == ("coming", 1)


def test_sign_up_stays_open_while_somebody_may_come_back(in_line, opened, take_out, ada, day):
    take_out()
    opened[1].delete()

    with pytest.raises(SomebodyIsIn):
        close_sign_up(opened[0].session.sign_up, day, by=ada)
