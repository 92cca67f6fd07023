"""The open hour of Ada's gathering: two rounds, two corners, and people with a place."""

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.open_hour.hanging import set_open_hour
from goldenthread.gatherings.open_hour.models import Topic, TopicPlacing


@pytest.fixture
def open_hour(spring, ada):
    return set_open_hour(spring, ["14:00 to 14:40", "15:00 to 15:40"], ["By the window", "Under the clock"], by=ada)


@pytest.fixture
def comes(spring):
    """Somebody with a place at the gathering."""

    def comes(name):
        address = f"{name}@example.org".lower()
        return Booking.objects.create(
            gathering=spring, name=f"{name} Weir", email=address, language="en-gb", state=State.COMING
        )

    return comes


@pytest.fixture
def card(open_hour):
    return lambda title, host=None: Topic.objects.create(open_hour=open_hour, title=title, host=host)


@pytest.fixture
def cell(open_hour):
    """The keys of a round and a corner, by their numbers."""
    return lambda n, corner: (open_hour.rounds.get(number=n).pk, open_hour.corners.get(number=corner).pk)


@pytest.fixture
def hung():
    """Which card hangs where, by numbers."""

    def hung():
        columns = ("topic__title", "round__number", "corner__number")
        return sorted(TopicPlacing.objects.values_list(*columns))

    return hung
