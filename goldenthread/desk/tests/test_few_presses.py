"""How many presses and fields it takes, in numbers that may not grow."""

import pytest

from goldenthread.desk.tests.reading_pages import fields, way
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.kit import clock

MOST_PRESSES = 3


@pytest.fixture
def open_for_all(spring, ada):
    open_booking(spring, by=ada, now=clock.now(), places=50, until=None, confirm_hours=72, answer_hours=24)
    return spring


def test_from_the_front_page_to_a_place_it_is_three_presses_and_two_fields(client, open_for_all):
    to_the_gathering = way(client.get("/").content.decode(), "A spring day")
    to_the_form = way(client.get(to_the_gathering).content.decode(), "Keep me a place")
    form = client.get(to_the_form).content.decode()
    answer = client.post(to_the_form, {"name": "Nan", "email": "nan@example.org"})

    presses = [to_the_gathering, to_the_form, answer["Location"]]
    assert (len(presses), sorted(fields(form))) == (MOST_PRESSES, ["email", "name"])
    assert [booking.name for booking in Booking.objects.all()] == ["Nan"]
