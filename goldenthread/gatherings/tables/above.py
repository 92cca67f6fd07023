"""What tables ask of the wings above: who is here, and who is not coming any more."""

from collections.abc import Collection

from goldenthread.gatherings.bookings.above import RoomAboveBookings
from goldenthread.gatherings.plan.models import Gathering


class RoomAboveTables(RoomAboveBookings):
    """A wing that knows tables, and what it is asked before people are seated anew."""

    def present(self, gathering: Gathering) -> Collection[int] | None:
        """The keys of the bookings of those who are here; None while nobody looks who comes in."""
        return None

    def gone(self, gathering: Gathering) -> Collection[int]:
        """The keys of the bookings of those who left, sent word on the day, or did not come."""
        return ()
