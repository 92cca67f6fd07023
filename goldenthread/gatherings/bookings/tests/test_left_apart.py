"""Somebody with two bookings reads one list: the difference would be a wish that nobody is to know of."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.showing_names import names_shown, show
from goldenthread.people.models import Person
from goldenthread.threads.keep_apart import keep_apart


@pytest.fixture
def twice(coming, room, ask, now):
    """Ann and Ben wish to be apart. Ben has another address since, and booked with it, too; that booking has no person."""
    type(room).objects.update(places=9)
    keep_apart(coming["Ann"].person, coming["Ben"].person)
    Person.objects.filter(pk=coming["Ben"].person_id).update(email="benny@example.org")
    again = confirm(ask("Benny"), now)
    show(again, shows=True)
    assert again.person is None
    return Booking.objects.get(pk=coming["Ben"].pk), again


def names(room, booking):
    return [shown.name for shown in names_shown(room, to=booking.person, address=booking.email)]


def test_both_bookings_of_one_person_read_the_same(twice, room):
    first, second = twice

    assert names(room, first) == names(room, second) == ["Ben", "Benny", "Cat"]


def test_neither_of_the_two_is_read_by_whom_they_are_to_be_left_by(twice, room, coming):
    ann = coming["Ann"]

    assert names(room, ann) == ["Ann", "Cat"]
    assert names(room, coming["Cat"]) == ["Ann", "Ben", "Benny", "Cat"]


def test_an_address_somebody_booked_with_before_is_theirs(twice, room):
    """Whoever has it now may be another person here, whom it made."""
    first, second = twice
    Booking.objects.filter(pk=first.pk).update(state="cancelled")
    newcomer = Person.objects.create_person("Ben", "ben@example.org")
    Booking.objects.filter(pk=second.pk).update(person=newcomer, email="ben@example.org")

    assert names(room, Booking.objects.get(pk=second.pk)) == ["Ben", "Cat"]


def test_the_page_asks_for_the_address_of_the_booking(twice, client):
    page = client.get(f"{twice[1].get_absolute_url()}who-is-coming/")

    assert [shown.name for shown in page.context["names"]] == ["Ben", "Benny", "Cat"]
