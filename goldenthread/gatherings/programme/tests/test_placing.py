"""A session gets its hour, is moved, taken out, and put back. What somebody else did meanwhile is never overwritten unseen."""

from datetime import date, time

import pytest

from goldenthread.gatherings.programme.models import Placing, PlacingChange
from goldenthread.gatherings.programme.placing import (
    MovedMeanwhile,
    NoSuchHour,
    RoomIsGone,
    Spot,
    TakenAlready,
    UndoneAlready,
    leave_room,
    place,
    spot_of,
    undo,
    unplace,
)
from goldenthread.gatherings.programme.tests.conftest import THE_DAY
from goldenthread.kit import clock

TEN, NOON = time(10), time(12)


@pytest.fixture
def put(ada):
    """Ada puts it there, as she last saw it."""

    def put_there(session, hour, room=None, since=0, day=THE_DAY, **more):
        spot = Spot(day, hour, room=room, **more)
        return place(session, 1, spot, since_version=since, by=ada, now=clock.now())

    return put_there


@pytest.fixture
def tea(a_session):
    return a_session("Tea")


def last(session):
    return PlacingChange.objects.of_placing(session, 1).first()


def test_it_is_put_there_and_moved(tea, hall, library, put, ada):
    put(tea, TEN, hall)
    put(tea, NOON, library, since=1)

    placing = Placing.objects.get()
    assert (spot_of(placing), placing.version, placing.by) == (Spot(THE_DAY, NOON, room=library), 2, ada)
    assert [change.before and change.before["from_time"] for change in tea.changes.order_by("pk")] == [None, "10:00"]


def test_where_it_stands_already_nothing_is_written(tea, hall, put):
    put(tea, TEN, hall)
    put(tea, TEN, hall, since=1)

    assert (Placing.objects.get().version, PlacingChange.objects.count()) == (1, 1)


@pytest.mark.parametrize("since", [0, 1, 3])
def test_who_saw_another_version_moves_nothing(since, tea, hall, library, put):
    put(tea, TEN, hall)
    put(tea, NOON, library, since=1)

    with pytest.raises(MovedMeanwhile):
        put(tea, time(15), hall, since=since)

    assert spot_of(Placing.objects.get()) == Spot(THE_DAY, NOON, room=library)


def test_the_same_minute_in_the_same_room_is_refused(tea, hall, put, a_session):
    put(tea, TEN, hall)
    bread = a_session("Bread")

    with pytest.raises(TakenAlready):
        put(bread, TEN, hall)

    assert (Placing.objects.count(), PlacingChange.objects.count()) == (1, 1)


def test_everywhere_at_the_same_minute_is_no_room(tea, put, a_session):
    put(tea, TEN)
    put(a_session("Bread"), TEN)

    assert Placing.objects.count() == 2


def test_an_hour_that_the_clock_skips_is_refused(tea, put):
    with pytest.raises(NoSuchHour):
        put(tea, time(1, 30), day=date(2027, 3, 28))


def test_a_second_hour_is_kept_only_where_there_is_one(tea, put):
    put(tea, time(1, 30), day=date(2027, 10, 31), is_second_hour=True)
    assert Placing.objects.get().is_second_hour is True

    put(tea, time(3), day=date(2027, 10, 31), is_second_hour=True, since=1)

    assert Placing.objects.get().is_second_hour is False


def test_an_old_page_fits_no_placing_that_was_made_anew(tea, hall, put, ada):
    put(tea, TEN, hall)
    unplace(tea, 1, since_version=1, by=ada, now=clock.now())
    put(tea, NOON, hall)

    with pytest.raises(MovedMeanwhile):
        put(tea, TEN, hall, since=1)

    assert Placing.objects.get().version == 3


def test_a_move_of_somebody_else_is_undone_and_so_is_the_undoing(tea, hall, library, put, bo):
    put(tea, TEN, hall)
    put(tea, NOON, library, since=1)

    undo(last(tea), by=bo, now=clock.now())
    assert spot_of(Placing.objects.get()) == Spot(THE_DAY, TEN, room=hall)

    undo(last(tea), by=bo, now=clock.now())
    assert spot_of(Placing.objects.get()) == Spot(THE_DAY, NOON, room=library)


def test_a_move_is_undone_once(tea, hall, library, put, bo):
    put(tea, TEN, hall)
    put(tea, NOON, library, since=1)
    move = last(tea)
    undo(move, by=bo, now=clock.now())

    with pytest.raises(UndoneAlready):
        undo(move, by=bo, now=clock.now())

    assert (last(tea).undoes, PlacingChange.objects.get(pk=move.pk).is_undone) == (move, True)


def test_what_was_moved_since_is_not_undone(tea, hall, library, put, bo):
    put(tea, TEN, hall)
    first = last(tea)
    put(tea, NOON, library, since=1)

    with pytest.raises(MovedMeanwhile):
        undo(first, by=bo, now=clock.now())


def test_the_first_hour_is_undone_to_none_and_taking_out_to_the_hour(tea, hall, put, bo, ada):
    put(tea, TEN, hall)
    undo(last(tea), by=bo, now=clock.now())
    assert Placing.objects.count() == 0

    put(tea, TEN, hall)
    unplace(tea, 1, since_version=Placing.objects.get().version, by=ada, now=clock.now())
    undo(last(tea), by=bo, now=clock.now())

    assert spot_of(Placing.objects.get()) == Spot(THE_DAY, TEN, room=hall)


def test_a_cell_that_was_taken_since_is_not_undone_into(tea, hall, library, put, a_session, bo):
    put(tea, TEN, hall)
    put(tea, NOON, library, since=1)
    put(a_session("Bread"), TEN, hall)

    with pytest.raises(TakenAlready):
        undo(last(tea), by=bo, now=clock.now())


def test_what_is_in_a_room_that_goes_keeps_its_hour(tea, hall, put, ada, bo):
    put(tea, TEN, hall)
    leave_room(hall, by=ada, now=clock.now())
    hall.delete()

    assert spot_of(Placing.objects.get()) == Spot(THE_DAY, TEN)
    with pytest.raises(RoomIsGone):
        undo(last(tea), by=bo, now=clock.now())


def test_a_session_is_held_twice(tea, hall, put, ada):
    put(tea, TEN, hall)
    place(tea, 2, Spot(THE_DAY, NOON, room=hall), since_version=0, by=ada, now=clock.now())

    assert [(each.number, each.from_time) for each in Placing.objects.in_order()] == [(1, TEN), (2, NOON)]
