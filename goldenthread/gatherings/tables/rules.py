"""Who may do what with tables. The verbs protect the data; these protect the people."""

from datetime import datetime

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.coming import TO_BE_SEATED


def may_wish(booking: Booking, now: datetime) -> bool:
    """Whoever has a place, until it is over; by an address that a convenor typed only once its owner said that it is them."""
    return may_wish_for(booking, now) and not booking.is_by_word_of_mouth


def may_wish_for(booking: Booking, now: datetime) -> bool:
    """A convenor may type in what somebody with a place told them, until it is over."""
    ends_at = booking.gathering.ends_at
    return booking.state in TO_BE_SEATED and not (ends_at and ends_at < now)


def may_see_neighbours(booking: Booking) -> bool:
    """Whose address has proved to be theirs, or whom a convenor put down: names are not for whoever typed some address."""
    return booking.state == State.COMING
