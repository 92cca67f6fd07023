"""What happens to chairs when people leave, rooms change and sessions go."""

from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.leaving import forget_theirs
from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.bookings.putting_back import put_back
from goldenthread.gatherings.signup.chores import move_session_lists
from goldenthread.gatherings.signup.hours import hours_at
from goldenthread.gatherings.signup.models import OwedSession


def owed():
    return [(row.booking.name, row.kind) for row in OwedSession.objects.order_by("pk")]


def test_who_gives_up_their_place_has_no_chair_any_more(opened, comes, sit, lists, now):
    bookings = [comes(name) for name in ("Di", "Ed", "Flo")]
    for booking in bookings:
        sit(booking, opened[0])

    give_up(bookings[0], State.CANCELLED, now=now, by=None)

    assert next(hour.taken for hour in hours_at(bookings[0].gathering, now)) == 1
    move_session_lists(now)
    assert (lists(opened[0]), owed()) == ([("Ed", "coming"), ("Flo", "coming")], [("Flo", "chair")])


def test_who_is_put_back_does_not_sit_beside_whoever_took_their_chair(opened, comes, sit, lists, now, ada):
    di, ed, flo = (comes(name) for name in ("Di", "Ed", "Flo"))
    sit(di, opened[0])
    sit(ed, opened[0])
    give_up(di, State.CANCELLED, now=now, by=None)
    # Before the worker looks.
    sit(flo, opened[0])

    put_back(di, now=now, by=ada)

    assert lists(opened[0]) == [("Ed", "coming"), ("Flo", "coming")]


def test_who_is_forgotten_leaves_nothing(opened, comes, sit, lists, now):
    for name in ("Di", "Ed", "Flo"):
        sit(comes(name), opened[0])

    forget_theirs(None, "di@example.org")
    move_session_lists(now)

    assert lists(opened[0]) == [("Ed", "coming"), ("Flo", "coming")]


def test_a_smaller_room_drops_nobody(opened, comes, sit, lists, small_room, now):
    for name in ("Di", "Ed", "Flo"):
        sit(comes(name), opened[0])
    small_room.capacity = 1
    small_room.save()

    move_session_lists(now)

    assert lists(opened[0]) == [("Di", "coming"), ("Ed", "coming"), ("Flo", "waiting")]
    assert [hour.over_by for hour in hours_at(small_room.gathering, now)] == [1, 0, 0]


def test_a_larger_room_moves_the_waiting_list(opened, comes, sit, lists, small_room, now):
    for name in ("Di", "Ed", "Flo"):
        sit(comes(name), opened[0])
    small_room.capacity = 3
    small_room.save()

    move_session_lists(now)

    assert lists(opened[0]) == [("Di", "coming"), ("Ed", "coming"), ("Flo", "coming")]


def test_who_had_a_chair_in_what_is_taken_out_is_told_and_free(opened, comes, sit, now, released):
    di = comes("Di")
    sit(di, opened[0])

    opened[0].delete()
    move_session_lists(now)
    # It is a draft: nobody knows of it yet.
    assert owed() == []

    released()
    move_session_lists(now)
    move_session_lists(now)
    sit(di, opened[2])

    assert owed() == [("Di", "gone")]
    assert OwedSession.objects.get().title == "A workshop"
