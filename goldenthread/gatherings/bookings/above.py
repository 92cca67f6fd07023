"""What bookings ask of the wings above: what somebody who comes shows at the door."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.above import RoomAbovePlan


@dataclass(frozen=True)
class DoorCode:
    """What a code for the door says, where it is drawn, and the page that shows it."""

    address: str
    picture: str
    page: str


class RoomAboveBookings(RoomAbovePlan):
    """A wing that knows bookings, and what it is asked about them."""

    def door_code(self, booking: Booking) -> DoorCode | None:
        """For who comes, until it is over."""
        return None

    def took_part(self, bookings: Collection[int]) -> Collection[int]:
        """Of these bookings, those of whom something is known since: they were seen, have a table, or hold a certificate."""
        return ()
