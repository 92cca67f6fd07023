"""What is written by hand says the same as what Django would have composed."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.transaction import TransactionManagementError

from goldenthread.gatherings.bookings.booking_a_place import MINE_BY_ADDRESS, MINE_BY_PERSON
from goldenthread.gatherings.bookings.models import Booking, Opening, State
from goldenthread.gatherings.bookings.models.opening import OF_A_GATHERING, OF_AN_OPENING
from goldenthread.gatherings.bookings.opening import hold_places, open_booking
from goldenthread.gatherings.bookings.seats import NO_LIMIT, Seats, seats_of
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.sql import insert
from goldenthread.kit.sql import query as by_hand


def test_an_opening_comes_as_it_is_kept(room):
    Opening.objects.update(until=date(2027, 4, 1), confirm_hours=31, answer_hours=17)
    type(room).objects.update(last_day=date(2027, 4, 21), time_zone="Europe/Paris")
    kept = Opening.objects.select_related("gathering").get()

    openings = Opening.objects.in_turn(room.pk)

    assert [getattr(openings, name) for name in OF_AN_OPENING] == [getattr(kept, name) for name in OF_AN_OPENING]
    assert [getattr(openings.gathering, name) for name in OF_A_GATHERING] == [
        getattr(kept.gathering, name) for name in OF_A_GATHERING
    ]


@pytest.mark.parametrize(
    ("verb", "facts"),
    [
        (turns.call_off, (True, False, False)),
        (turns.close, (False, True, False)),
        (turns.postpone, (False, False, True)),
        (turns.settle, (False, False, False)),
    ],
)
def test_an_opening_comes_with_its_facts_and_asks_no_more(verb, facts, room, ada, django_assert_num_queries):
    verb(room, by=ada)

    with django_assert_num_queries(1):
        there = Opening.objects.in_turn(room.pk).gathering

        assert (there.is_called_off, there.is_full, there.is_postponed) == facts


@pytest.mark.django_db(transaction=True)
def test_nothing_is_locked_outside_of_a_transaction():
    with pytest.raises(TransactionManagementError):
        Opening.objects.in_turn(1)


def test_who_has_a_place_is_found_by_address_and_by_person(room, ask, bo):
    ann, ben = ask("Ann"), ask("Ben")
    Booking.objects.filter(pk=ben.pk).update(person=bo)

    assert by_hand(MINE_BY_ADDRESS, room.pk, "ann@example.org") == [(ann.pk,)]
    assert by_hand(MINE_BY_PERSON, room.pk, bo.pk) == [(ben.pk,)]


def test_what_has_ended_is_nobodys_and_takes_no_seat(room, ask, bo, now):
    Booking.objects.filter(pk=ask("Ann").pk).update(person=bo, state=State.CANCELLED)

    assert by_hand(MINE_BY_ADDRESS, room.pk, "ann@example.org") == []
    assert by_hand(MINE_BY_PERSON, room.pk, bo.pk) == []
    assert seats_of(room.opening, now) == Seats(places=3, taken=0, held={}, has_waiting_list=False)


def test_seats_are_counted_with_those_held_today_and_with_the_line(full, room, ada, bo, now):
    hold_places(room, by=ada, now=now, sector="health", places=2, until=now.date())
    hold_places(room, by=ada, now=now, sector="policy", places=1, until=now.date() - timedelta(days=1))
    other = Gathering.begin("Supper", by=bo)
    open_booking(other, by=bo, now=now, places=None, until=None, confirm_hours=72, answer_hours=24)

    assert seats_of(room.opening, now) == Seats(places=3, taken=3, held={"health": 2}, has_waiting_list=True)
    assert seats_of(other.opening, now) == Seats(places=NO_LIMIT, taken=0, held={}, has_waiting_list=False)


def test_a_row_is_written_as_django_writes_it(room, bo, now):
    booking = Booking(
        gathering=room, person=bo, name="Bo", email="bo@example.org", language="cy", state=State.COMING, seats=2,
        supporter="Sam", sectors=["health"], held_for="health", needs="A ramp", line="Hello", tries=1, at=now,
        confirmed_at=now, until=now + timedelta(hours=1),
    )  # fmt: skip

    insert(booking)

    names = [field.attname for field in Booking._meta.concrete_fields]
    kept = Booking.objects.get(pk=booking.pk)
    assert [getattr(kept, name) for name in names] == [getattr(booking, name) for name in names]


def test_what_is_told_in_confidence_is_sealed_then_too(room, now):
    insert(Booking(gathering=room, name="Bo", language="cy", state=State.COMING, needs="A ramp", at=now))

    assert by_hand("SELECT needs FROM bookings_booking")[0][0].startswith("gAAAA")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL chooses by what it counted")
def test_an_address_is_looked_up_and_not_searched_for(room):
    plan = by_hand(f"EXPLAIN QUERY PLAN {MINE_BY_ADDRESS}", room.pk, "ann@example.org")

    assert [row[-1] for row in plan] == [
        "SEARCH bookings_booking USING INDEX an_address_books_once (gathering_id=? AND email=?)"
    ]
