"""What the wing of tables asks at the door before it seats people anew."""

from collections.abc import Collection

from goldenthread.gatherings.day.models import PRESENT
from goldenthread.gatherings.plan.models import Gathering


def present(gathering: Gathering) -> Collection[int] | None:
    """Bookings of those who are here; None while nobody has come in."""
    standings = gathering.arrivals.standings()
    here = {booking for booking, standing in standings.items() if standing in PRESENT}
    return here or None
