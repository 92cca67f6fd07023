"""What the wing of the day has for somebody who comes: a code that a host scans at the door."""

from typing import Any

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.kit.rooms import drawers


def code_of(booking: Booking) -> Any:
    """From `at_the_door.py` of a wing above. None for who does not come, or when it is over."""
    return next((code for wing in drawers("at_the_door") if (code := wing.code_of(booking))), None)
