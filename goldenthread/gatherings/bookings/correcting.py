"""What somebody told for one gathering, said anew by them: sector, needs, who travels with them, and a line."""

from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.answering import NotLive, has_room
from goldenthread.gatherings.bookings.answers import put_answers
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.bookings.models.booking import MOST_SEATS
from goldenthread.gatherings.bookings.rules import may_rename
from goldenthread.gatherings.bookings.showing_names import show
from goldenthread.gatherings.bookings.waiting_list import move_on
from goldenthread.journal.note import note


@transaction.atomic
def correct(booking: Booking, details: PlaceRequest, *, now: datetime) -> Booking:
    """What is left empty now is forgotten. A second seat is theirs only where there is one. Raises `NotLive`."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    booking = Booking.objects.select_related("gathering", "person").get(pk=booking.pk)
    if not booking.is_live or opening.is_over(now):
        raise NotLive
    put_answers(booking, details.answers, forgets=booking.told_elsewhere)
    booking.told_elsewhere = False
    put_right(booking, details, opening, now)
    if may_rename(booking):
        rename(booking, details.name)
    if booking.is_coming:
        show(booking, shows=details.shows_name)
    note(booking.person, "corrected what they told for a gathering", booking)
    # A seat may have fallen free, or a held place may fit them now.
    move_on(opening, now)
    return booking


def put_right(booking: Booking, details: PlaceRequest, opening: Opening, now: datetime) -> None:
    """Call it while the opening is locked."""
    has_seat_for_two = details.has_supporter and (booking.has_supporter or has_room(booking, opening, now))
    booking.seats = MOST_SEATS if has_seat_for_two else 1
    booking.supporter = details.supporter if has_seat_for_two else ""
    booking.sectors, booking.line = details.sectors, details.line
    booking.needs, booking.table_needs = details.needs, details.table_needs
    booking.role, booking.region = details.role, details.region
    columns = ["seats", "supporter", "sectors", "needs", "table_needs", "line", "role", "region", "told_elsewhere"]
    booking.save(update_fields=columns)


def rename(booking: Booking, name: str) -> None:
    """A slip of the finger is put right in the booking, and for whoever it made somebody here. Wishes that name them go on counting."""
    if name == booking.known_as:
        return
    booking.was_called(booking.name, booking.known_as)
    booking.name = name
    booking.save(update_fields=["name", "names_before"])
    if booking.person:
        booking.person.name, booking.person.chosen_name = name, ""
        booking.person.save(update_fields=["name", "chosen_name"])
