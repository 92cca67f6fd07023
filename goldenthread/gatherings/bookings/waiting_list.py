"""The waiting list: it moves by itself, in order, and nobody moves it twice."""

from datetime import datetime

from django.db.models import Q

from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.ringing import ask_to_ring
from goldenthread.gatherings.bookings.seats import Seats, seats_of
from goldenthread.gatherings.bookings.waking_hours import add_waking_hours
from goldenthread.journal.note import note


def move_on(opening: Opening, now: datetime) -> Seats:
    """Offer every free seat to the first in line whom it fits. Call it while the opening is locked."""
    seats = seats_of(opening, now)
    # In a rush, all of the line would be read for every press.
    if not opening.takes_offers(now) or seats.taken >= seats.places or not seats.has_waiting_list:
        return seats
    # What they told us is sealed, and opening it would cost more than all the rest.
    for booking in _waiting(opening).only(
        "gathering", "person", "email", "state", "seats", "sectors", "held_for", "until", "confirmed_at"
    ):
        if seats.taken >= seats.places:
            break
        held_for = seats.for_hats(booking.sectors, booking.seats)
        if held_for is not None:
            offer(booking, opening, held_for, now)
            seats = seats_of(opening, now)
    return seats


def seat_for(booking: Booking, opening: Opening, seats: Seats, now: datetime) -> str | None:
    """What a newcomer may have after `move_on`. A line that stands still is not overtaken either."""
    if not opening.takes_offers(now) and seats.has_waiting_list:
        return None
    return seats.for_hats(booking.sectors, booking.seats)


def _waiting(opening: Opening) -> BookingQuerySet:
    """Neither who is leaving the list, nor who was asked by others whether they want to be on it and never answered."""
    waiting = Booking.objects.filter(gathering=opening.gathering_id).in_waiting_order()
    silent = Q(confirmed_at=None, brought_in__asked_at__isnull=False)
    return waiting.filter(withdrawal=None).exclude(silent)


def offer(booking: Booking, opening: Opening, held_for: str, now: datetime) -> None:
    booking.held_for = held_for
    if booking.is_unanswered:
        # An offer would be one more e-mail to somebody who never asked for a place.
        booking.state = State.EXPECTED
    else:
        booking.state = State.OFFERED
        answer_by = add_waking_hours(now, opening.answer_hours, opening.gathering.zone)
        booking.until = opening.in_time(answer_by, now)
    booking.save(update_fields=["state", "held_for", "until"])
    if booking.is_offered:
        _tell(booking, now)
    note(None, "offered a place", booking)


def _tell(booking: Booking, now: datetime) -> None:
    """Who has no address hears of it from a convenor, who types in their yes."""
    if booking.address:
        Owed.objects.create(booking=booking, kind=Owed.Kind.OFFER, at=now)
    else:
        ask_to_ring(booking)
