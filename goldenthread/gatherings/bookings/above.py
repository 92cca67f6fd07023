"""What bookings ask of the wings above: what somebody who comes shows at the door, and what follows when a convenor ends a booking."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.above import RoomAbovePlan
from goldenthread.people.models import Person


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

    def ended_for_them(self, booking: Booking, *, now: datetime, by: Person) -> None:
        """Does what follows when a convenor has ended a booking, in the same transaction."""

    def ways_for_convenors(self, booking: Booking) -> Sequence[tuple[str, str]]:
        """From the page of a booking that convenors see: in words, and where they lead."""
        return ()

    def keeps_wishes(self, booking: Booking) -> bool:
        """Whether something was asked at this booking that only whoever asked it may read."""
        return False

    def took_part(self, bookings: Collection[int]) -> Collection[int]:
        """Of these bookings, those of whom something is known since: they were seen, have a table, or hold a certificate."""
        return ()
