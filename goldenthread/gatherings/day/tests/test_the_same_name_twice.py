"""Somebody stands in the door whose name is on the list already; and a walk-in who was typed in by mistake."""

import pytest

from goldenthread.gatherings.bookings.giving_up import end_for
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day import door_list
from goldenthread.gatherings.day.models import PRESENT, Standing
from goldenthread.kit import clock

PAT = {"name": " pat  WEIR", "once": "door"}


@pytest.fixture
def host(client, ada, now):
    client.force_login(ada)


@pytest.fixture
def how_many_came(today):
    return lambda: sum(standing in PRESENT for standing in today.arrivals.standings().values())


def words(answer):
    return " ".join(answer.content.decode().split())


def test_of_somebody_who_is_here_it_is_asked_first(host, send, pats, press, how_many_came):
    press(pats, Standing.HERE)
    answer = send("arrivals/walk-ins/", PAT)

    assert (answer.status_code, how_many_came()) == (422, 1)
    assert "<bdi>Pat Weir</bdi> is already here. Is this somebody else?" in words(answer)


def test_of_somebody_who_is_expected_it_is_asked_too(host, send, pats, how_many_came):
    answer = send("arrivals/walk-ins/", PAT)

    assert how_many_came() == 0
    assert "<bdi>Pat Weir</bdi> is on the list. Is this somebody else?" in words(answer)


def test_somebody_else_of_the_same_name_comes_in(host, send, pats, press, how_many_came):
    press(pats, Standing.HERE)

    assert send("arrivals/walk-ins/", PAT | {"is_another": "yes"}).status_code == 302
    assert how_many_came() == 2


def test_a_second_press_of_the_same_page_asks_nothing(host, send, how_many_came):
    answers = [send("arrivals/walk-ins/", {"name": "Di Larkspur", "once": "door"}).status_code for _ in range(2)]

    assert (answers, how_many_came()) == ([302, 302], 1)


def test_the_name_that_nobody_confirmed_is_not_told(host, send, today, now):
    Booking.objects.create(gathering=today, name="Stinky B.", email="b@example.org", language="en-gb", state="kept")

    assert send("arrivals/walk-ins/", {"name": "Stinky B."}).status_code == 302


def test_a_walk_in_whose_booking_is_ended_was_never_here(host, send, today, ada, how_many_came):
    send("arrivals/walk-ins/", {"name": "Di Larkspur", "once": "door"})
    end_for(today.bookings.get(name="Di Larkspur"), apologies=False, now=clock.now(), by=ada)

    assert (how_many_came(), door_list.lines(today)) == (0, [])


def test_who_had_booked_and_was_here_stays_so(host, today, ada, pats, press, how_many_came):
    press(pats, Standing.HERE)
    end_for(pats, apologies=False, now=clock.now(), by=ada)

    assert how_many_came() == 1
