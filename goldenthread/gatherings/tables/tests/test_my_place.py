"""Which booking is mine, what leads from it to the tables, and in which order I read who sits there."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.mine import my_booking, my_bookings, my_tables, ways_to_tables
from goldenthread.people.models import Person

WISHES, SIT, SAT = "Wishes for the tables, or another seat", "Where I sit", "Where I sat"


def booked(gathering, **more):
    return Booking.objects.create(
        **{"gathering": gathering, "name": "Bo", "email": "", "language": "en-gb", "state": State.COMING} | more
    )


def said(booking):
    return [words for words, _address in ways_to_tables(booking)]


@pytest.mark.parametrize("by", ["page", "address"])
def test_mine_is_here_and_is_known_by_my_page_or_my_address(spring, ada, bo, by):
    mine = booked(spring, **({"person": bo} if by == "page" else {"email": bo.email}))
    booked(Gathering.begin("Another", by=ada), person=bo)

    assert (my_booking(spring, bo), list(my_bookings(spring, bo))) == (mine, [mine])


def test_what_i_cancelled_is_no_place(spring, bo):
    booked(spring, person=bo, state=State.CANCELLED)

    assert my_booking(spring, bo) is None


def test_before_tables_are_announced_there_are_wishes(version, guests):
    assert said(guests["Ann"]) == ["Wishes for the tables"]


def test_from_then_on_i_find_my_table_until_it_is_over_and_after_it(announced_mix, guests, spring):
    before = said(guests["Ann"])
    with time_machine.travel(spring.ends_at + timedelta(hours=1), tick=False):
        after = said(guests["Ann"])

    assert (before, after) == ([SIT, WISHES], [SAT])


def test_whoever_has_not_confirmed_is_not_led_to_names(announced_mix, guests):
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=State.KEPT)
    kept = Booking.objects.get(pk=guests["Ann"].pk)

    assert said(kept) == ["Wishes for the tables"]
    assert [sitting.neighbours for sitting in my_tables(kept)] == [(), (), ()]


def test_names_stand_in_order_whatever_their_capitals(announced_mix, guests):
    Booking.objects.filter(name__startswith="B").update(name="ben Weir")
    Person.objects.filter(name__startswith="B").update(name="ben Weir")
    names = [[beside.name for beside in sitting.neighbours] for sitting in my_tables(guests["Ann"])]

    assert names == [sorted(there, key=str.casefold) for there in names]
