"""Whoever only asked for a place, or only waits, gives themselves none on the day: a host does, at the door."""

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.day.door_counts import DoorCounts, counts_of
from goldenthread.gatherings.day.door_list import DoorPart, lines
from goldenthread.gatherings.day.models import Arrival, Reflection, Standing

WAITS = [State.ASKED, State.WAITING]


@pytest.fixture(params=WAITS)
def waits(request, bos, sheet):
    Booking.objects.filter(pk=bos.pk).update(state=request.param)
    return request.param


def state_of(booking):
    return Booking.objects.get(pk=booking.pk).state


@pytest.mark.parametrize("signed_in", ["", "cy"])
def test_their_own_press_gives_no_place(client, send, bos, waits, signed_in, request):
    if signed_in:
        client.force_login(request.getfixturevalue(signed_in))

    page = send(f"of/{bos.key}/arrival/").content.decode()

    assert (state_of(bos), Arrival.objects.count()) == (waits, 0)
    assert "Please say hello to a host" in page
    assert 'method="post" novalidate' not in page


def test_they_read_nothing_that_is_for_those_who_come(ask, send, bos, waits):
    page = ask(f"of/{bos.key}/").content.decode()
    send(f"of/{bos.key}/wall/", {"words": "Hello"})

    assert "Please say hello to a host" in page
    assert ("Room 3" in page, "arrival/" in page, Reflection.objects.exists()) == (False, False, False)
    assert ask(f"of/{bos.key}/ticks/").status_code == 404


def test_a_host_gives_them_one(client, send, bos, ada, waits):
    client.force_login(ada)

    send(f"of/{bos.key}/arrival/")

    assert (state_of(bos), Arrival.objects.standing_of(bos)) == (State.COMING, Standing.HERE)


def test_an_address_that_only_asked_and_is_not_confirmed_is_not_at_the_door(today, bos, press, waits):
    known = [row.booking for row in lines(today)]
    Booking.objects.filter(pk=bos.pk).update(confirmed_at=None)

    press(bos, Standing.HERE)

    assert (known, lines(today), counts_of(today)) == ([bos], [], DoorCounts())
    assert Arrival.objects.count() == 0


def test_who_gave_up_their_place_a_moment_ago_is_not_expected(today, bos, now):
    withdraw(bos, State.CANCELLED, now=now)

    assert [(row.standing, row.part) for row in lines(today)] == [(Standing.APOLOGIES, DoorPart.GONE)]
    assert counts_of(today) == DoorCounts(gone=1)


def test_a_slip_at_the_door_is_undone_as_a_whole(bos, press, waits):
    press(bos, Standing.HERE)
    given = state_of(bos)
    press(bos, Standing.COMING, 1)

    assert (given, state_of(bos)) == (State.COMING, waits)


def test_who_had_a_place_keeps_it_when_a_press_is_undone(bos, press):
    before = state_of(bos)
    press(bos, Standing.HERE)
    press(bos, Standing.COMING, 1)

    assert state_of(bos) == before
