"""A convenor corrects a booking: no wish about tables is read, undone or lost by it."""

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.gatherings.bookings.answering import say_yes_for
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.tables.knowing import names_of
from goldenthread.gatherings.tables.wishing import ask, wish_at
from goldenthread.kit import clock

PUT_DOWN = [PlaceRequest("Nan", "nan@example.org"), PlaceRequest("Pat")]


@pytest.fixture
def opened(spring, ada):
    open_booking(spring, by=ada, now=clock.now(), places=50, until=None, confirm_hours=72, answer_hours=24)
    return spring


@pytest.fixture
def correct(client, ada):
    """What is not said stays as the form shows it."""
    client.force_login(ada)

    def correct(booking, **typed):
        at = f"/gatherings/spring/bookings/{booking.pk}/correction/"
        shown = {field.name: field.value() for field in client.get(at).context["form"] if field.value()}
        return client.post(at, shown | typed)

    return correct


def wishes(booking):
    ask(booking, features=[], sits_out=[2], stays_put=False, with_convenor=False, beside="", apart="Bo Pear")


@pytest.mark.parametrize("wish", PUT_DOWN)
def test_where_a_wish_stands_the_address_stays(opened, correct, ada, wish):
    booking = put_down(opened, wish, now=clock.now(), by=ada)
    wishes(booking)

    page = correct(booking, email="burner@example.org")

    assert (page.status_code, Booking.objects.get().email) == (422, wish.email)
    assert "Wishes for the tables are kept at this booking" in page.content.decode()


def test_a_wish_that_names_them_as_before_goes_on_counting(opened, correct, ada):
    nan = put_down(opened, PlaceRequest("Nan", "nan@example.org"), now=clock.now(), by=ada)

    correct(nan, name="Rose Weir")
    correct(Booking.objects.get(), name="Iris Weir")

    assert {"nan", "rose weir", "rose", "iris"} <= names_of(Booking.objects.get())


def test_an_address_that_only_a_convenor_knows_reads_and_moves_no_seat(opened, announced_mix, guests, ada):
    nan = put_down(opened, PlaceRequest("Nan", "nan@example.org"), now=clock.now(), by=ada)
    wishes(nan)
    say_yes_for(nan, now=clock.now(), by=ada)
    announced_mix.seats.filter(booking=guests["Ann"]).update(booking=nan)

    answers = [
        Client().get(f"{nan.get_absolute_url()}tables/").status_code,
        Client().post(reverse("tables:place_another_seat", args=["spring", nan.key, 1]), {"out": "1"}).status_code,
        Client().post(reverse("tables:place_another_seat", args=["spring", nan.key, 2]), {"in": "1"}).status_code,
    ]

    assert (answers, wish_at(nan).sits_out) == ([404, 404, 404], [2])
