"""A certificate goes with whoever it is of, however they were known when it was issued."""

import pytest

from goldenthread.gatherings.afterwards.issuing import issue
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.bookings.erasing import erase
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.people.everything import rows_of
from goldenthread.people.leaving import leave
from goldenthread.people.models import Person


@pytest.fixture
def unconfirmed(sat, today, ada, evening):
    """Ann was there, and had not confirmed when certificates were issued. A year later her booking is forgotten."""
    Booking.objects.filter(pk=sat["Ann"].pk).update(person=None, email="ann@example.org")
    Person.objects.filter(email="ann@example.org").delete()
    issue(today, by=ada, now=evening)
    return Certificate.objects.get(booking=sat["Ann"])


@pytest.fixture
def ann(home):
    """She joins later, with the address under which she booked."""
    return Person.objects.create_person("Ann", "ann@example.org", joined_at=home.founded_at)


def test_it_stands_in_what_is_kept_about_them(unconfirmed, ann):
    assert list(rows_of(ann, Certificate)) == [unconfirmed]


def test_it_stands_there_when_their_booking_is_forgotten_too(unconfirmed, ann):
    Booking.objects.filter(email="ann@example.org").delete()

    assert list(rows_of(ann, Certificate)) == [unconfirmed]


def test_it_goes_when_they_leave(client, unconfirmed, ann):
    Booking.objects.filter(email="ann@example.org").delete()

    leave(ann)

    assert client.get(unconfirmed.get_absolute_url()).status_code == 404


def test_it_goes_when_they_ask_to_be_forgotten(client, unconfirmed):
    erase(unconfirmed.booking)

    assert client.get(unconfirmed.get_absolute_url()).status_code == 404


def test_a_convenor_who_leaves_stands_on_no_certificate(issued, ada, bo):
    issued["Ben"].printed["convenors"] = ["Ada Foxglove", "Bo Hazelmoor"]
    issued["Ben"].save()

    leave(ada)

    assert Certificate.objects.get(pk=issued["Ben"].pk).printed["convenors"] == ["Bo Hazelmoor"]
