from datetime import datetime

from django.utils import timezone

from goldenthread.gatherings.bookings.models import Booking, Opening, State


def may_book(opening: Opening | None, now: datetime) -> bool:
    """Anybody may, while the gathering can be booked. Whether there is a seat is another question."""
    return opening is not None and opening.takes_bookings(timezone.localdate(now))


def may_confirm(booking: Booking) -> bool:
    """Who has not said yet that it is them, or is offered a place; not to what is called off."""
    is_open = booking.is_live and (not booking.confirmed_at or booking.state == State.OFFERED)
    return is_open and not booking.gathering.is_called_off
