"""With a seat or in line: how somebody stands who may have a place, and which e-mail tells them. Nothing is written here."""

from datetime import datetime, timedelta

from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State


def stand(booking: Booking, opening: Opening, held_for: str | None, now: datetime) -> Owed.Kind:
    """`held_for`: as `waiting_list.seat_for` says it."""
    if held_for is None:
        booking.state = State.WAITING
        return Owed.Kind.WAITING
    booking.held_for = held_for
    if booking.confirmed_at:
        booking.state = State.COMING
        return Owed.Kind.COMING
    booking.state = State.KEPT
    wait_to_be_confirmed(booking, opening, now)
    return Owed.Kind.KEPT


def wait_to_be_confirmed(booking: Booking, opening: Opening, now: datetime) -> None:
    """A third of the time before the end, we remind them."""
    booking.until = opening.in_time(now + timedelta(hours=opening.confirm_hours), now)
    booking.remind_at = now + (booking.until - now) * 2 / 3
