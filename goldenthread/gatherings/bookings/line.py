"""The waiting list: it moves by itself, in order, and nobody moves it twice."""

from datetime import datetime

from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State
from goldenthread.gatherings.bookings.seats import Seats, seats_of
from goldenthread.gatherings.bookings.waking_hours import add_waking_hours
from goldenthread.journal.note import note


def move_on(opening: Opening, now: datetime) -> Seats:
    """Offer every free seat to the first in line whom it fits. Call it while the opening is locked."""
    seats = seats_of(opening, now)
    if not opening.takes_offers:
        return seats
    for booking in Booking.objects.filter(gathering=opening.gathering_id).in_line():
        if seats.taken >= seats.places:
            break
        held_for = seats.for_hats(booking.sectors, booking.seats)
        if held_for is not None:
            _offer(booking, opening, held_for, now)
            seats = seats_of(opening, now)
    return seats


def _offer(booking: Booking, opening: Opening, held_for: str, now: datetime) -> None:
    until = add_waking_hours(now, opening.answer_hours, opening.gathering.zone)
    booking.state, booking.held_for, booking.until = State.OFFERED, held_for, until
    booking.save(update_fields=["state", "held_for", "until"])
    Owed.objects.create(booking=booking, kind=Owed.Kind.OFFER, at=now)
    note(None, "offered a place", booking)
