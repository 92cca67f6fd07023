"""By which names somebody went before, as long as there is room for them."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.models.corrected import MOST_NAMES

pytestmark = pytest.mark.django_db


def test_the_oldest_name_goes_when_there_are_too_many():
    booking = Booking(names_before="Ann\n" + "A" * (MOST_NAMES - 4))

    booking.was_called("Annie")

    assert booking.names_before == "Annie"


def test_a_name_stands_once():
    booking = Booking(names_before="Ann")

    booking.was_called("Ann", "Annie")

    assert booking.names_before == "Ann\nAnnie"
