"""How many of each sector come: a stranger who watches the number from day to day learns of nobody."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.glance import glance
from goldenthread.gatherings.bookings.models import Booking, SectorCounts, State


@pytest.fixture
def come(room):
    """So many more of one sector come."""

    def come(how_many, sector="health"):
        first = Booking.objects.count()
        names = [f"g{number}" for number in range(first, first + how_many)]
        return Booking.objects.bulk_create(
            Booking(gathering=room, name=n, email=f"{n}@example.org", state=State.COMING, sectors=[sector])
            for n in names
        )

    return come


@pytest.fixture
def shown(room, now):
    """What everybody sees after so many nights."""

    def shown(nights):
        chores.count_sectors(now + timedelta(days=nights))
        return glance(room, now).coming

    return shown


def test_nothing_is_shown_before_the_first_night(come, room, now):
    come(9)

    assert glance(room, now).coming == {}


def test_below_five_nothing_is_shown(come, shown):
    come(4)

    assert shown(1) == {}


def test_a_number_is_rounded_down_to_a_five(come, shown):
    come(23)

    assert shown(1) == {"health": 20}


def test_a_booking_moves_no_number_on_the_same_day(come, shown):
    come(24)
    before = shown(1)
    come(9)

    assert shown(1) == before == {"health": 20}


def test_one_booking_moves_no_number_by_the_next_day_either(come, shown):
    come(24)
    before = shown(1)
    come(1)

    assert shown(2) == before


def test_nor_does_one_who_cannot_come(come, shown, now):
    [first, *_others] = come(20)
    before = shown(1)
    give_up(first, State.CANCELLED, now=now, by=None)

    assert shown(2) == before == {"health": 20}


def test_five_move_it(come, shown):
    come(24)
    shown(1)
    come(5)

    assert shown(2) == {"health": 25}


def test_those_who_have_not_confirmed_are_not_counted(come, shown):
    come(9)
    Booking.objects.update(state=State.KEPT)

    assert shown(1) == {}


def test_a_day_after_it_is_over_its_numbers_stay(come, shown, room, now):
    come(9)
    shown(1)
    Booking.objects.all().delete()

    assert shown((room.day - now.date()).days + 5) == {"health": 5}


def test_the_first_of_a_sector_moves_no_number_of_another(come, shown):
    come(23)
    come(7, "education")
    before = shown(1)
    come(1, "policy")

    assert shown(2) == before == {"health": 20, "education": 5}


def test_counting_twice_is_counting_once(come, shown):
    come(9)
    shown(1)
    shown(1)

    assert SectorCounts.objects.count() == 1
