from datetime import date

import pytest

from goldenthread.gatherings.bookings.opening import hold_places, open_booking
from goldenthread.kit import clock


@pytest.fixture
def booked(spring, ada):
    """Twenty places; five of them are held for people from health."""
    now = clock.now()
    how = {"until": None, "confirm_hours": 72, "answer_hours": 24}
    open_booking(spring, by=ada, now=now, places=20, **how)
    hold_places(spring, by=ada, now=now, sector="health", places=5, until=date(2027, 3, 1))
    return spring
