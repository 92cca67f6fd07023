from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.people.models import Person

A_DAY = timedelta(days=1)


def test_needs_are_forgotten_two_weeks_after_the_day(ask, now):
    ask("Ann", needs="No stairs.", line="Glad to come")
    day_after = datetime(2027, 5, 6, tzinfo=UTC)

    chores.forget_needs(day_after - 4 * A_DAY)
    before = Booking.objects.get().needs
    chores.forget_needs(day_after)

    assert (before, Booking.objects.get().needs, Booking.objects.get().line) == ("No stairs.", "", "")


@pytest.mark.parametrize("details", [{"needs": "No stairs."}, {"supporter": "Sam"}, {"line": "Glad to come"}])
def test_each_is_forgotten_whatever_else_was_told(ask, details):
    ask("Ann", **details)

    chores.forget_needs(datetime(2027, 5, 6, tzinfo=UTC))

    assert Booking.objects.values_list("needs", "supporter", "line").get() == ("", "", "")


def test_a_press_is_forgotten_after_its_time_and_the_booking_stays(ask, now):
    ann, _press = ask("Ann"), ask("Ann", line="Again")

    chores.forget_presses(now + 2 * A_DAY)
    before = Booking.with_presses.count()
    chores.forget_presses(now + 4 * A_DAY)

    assert (before, list(Booking.with_presses.all())) == (2, [ann])


def test_bookings_are_forgotten_a_year_after_the_day(ask):
    ask("Ann")

    chores.forget_bookings(datetime(2028, 4, 18, tzinfo=UTC))
    kept = Booking.objects.count()
    chores.forget_bookings(datetime(2028, 4, 22, tzinfo=UTC))

    assert (kept, Booking.objects.count()) == (1, 0)


def test_a_name_on_paper_is_forgotten_with_its_booking(room, ada, now):
    put_down(room, PlaceRequest(name="Pat"), now=now, by=ada)

    chores.forget_bookings(datetime(2028, 4, 22, tzinfo=UTC))

    assert list(Person.objects.values_list("name", flat=True)) == ["Ada Foxglove"]


def test_who_has_claimed_their_page_stays(room, ada, now):
    booking = put_down(room, PlaceRequest(name="Pat"), now=now, by=ada)
    Person.objects.filter(bookings=booking).update(email="pat@example.org", joined_at=now)

    chores.forget_bookings(datetime(2028, 4, 22, tzinfo=UTC))

    assert (Booking.objects.count(), Person.objects.filter(name="Pat").count()) == (0, 1)
