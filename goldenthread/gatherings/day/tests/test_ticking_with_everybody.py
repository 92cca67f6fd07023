"""Whoever was in the room ticks and is ticked, by a list, on paper or by telephone; and nobody is told before it is them."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, BroughtIn, State
from goldenthread.gatherings.day.chores import tie_threads
from goldenthread.gatherings.day.models import Tick
from goldenthread.gatherings.day.ticking import sat_with
from goldenthread.people.everything import rows_of
from goldenthread.threads.models import Thread


@pytest.fixture
def bens(sat):
    """Ben came by a list: he is expected, and nobody here."""
    ben = sat["Ben"]
    ben.person.delete()
    booking = Booking.objects.create(
        pk=ben.pk,
        gathering=ben.gathering,
        name="Ben Weir",
        email="ben@example.org",
        language="en-gb",
        state=State.EXPECTED,
    )
    BroughtIn.objects.create(booking=booking)
    return booking


@pytest.fixture
def again(bens, sat, press, laid):
    """He sits where he sat, and is here."""
    mix = laid.mixes.get()
    tables = {table.number: table for table in laid.tables.all()}
    for round_, table in zip(laid.rounds.order_by("number"), (1, 2), strict=True):
        mix.seats.create(round=round_, table=tables[table], booking=bens)
    press(bens, "here")
    return bens


@pytest.fixture
def host(client, ada, now):
    client.force_login(ada)


def test_whoever_sat_there_is_on_the_form_a_person_or_not(sat, again, at):
    shown = [[booking.name[:3] for booking in table.bookings] for table in sat_with(sat["Ann"], at(0))]

    assert shown == [["Ben"]]


def test_a_slip_of_theirs_is_typed_in(host, ask, send, sat, again):
    with_ben = [name[:3] for _key, name in ask("slips/").context["came"]]
    tables = ask(f"slips/?of={again.pk}").context["tables"]

    send("slips/", {"of": again.pk, "people": [sat["Ann"].pk]})

    assert ("Ben" in with_ben, [booking.name[:3] for booking in tables[0][0].bookings]) == (True, ["Ann"])
    assert list(Tick.objects.values_list("by", "to")) == [(again.pk, sat["Ann"].pk)]


def test_two_ticks_wait_until_it_is_them_and_then_become_a_thread(sat, again, today):
    Tick.objects.create(gathering=today, by=again, to=sat["Ann"])
    Tick.objects.create(gathering=today, by=sat["Ann"], to=again)
    tie_threads(today.ends_at)
    tie_threads(today.ends_at.replace(hour=23))
    before = Thread.objects.count(), Tick.objects.count()

    confirm(Booking.objects.get(pk=again.pk), today.ends_at)
    tie_threads(today.ends_at.replace(hour=23))

    assert (before, Thread.objects.get().table, Tick.objects.count()) == ((0, 2), "Table 1", 0)


def test_nobody_reads_that_they_were_ticked_once_it_is_them(sat, again, today):
    Tick.objects.create(gathering=today, by=sat["Ann"], to=again)

    booking = confirm(Booking.objects.get(pk=again.pk), today.ends_at)

    assert booking.person
    assert list(rows_of(booking.person, Tick)) == []
