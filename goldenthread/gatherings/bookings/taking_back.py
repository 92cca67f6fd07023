"""A list that was brought in by mistake goes again, except for those who acted since."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from goldenthread.gatherings.bookings.above import RoomAboveBookings
from goldenthread.gatherings.bookings.models import Booking, Import, ImportedLine, Opening, State
from goldenthread.gatherings.bookings.paper import forget_with_their_bookings
from goldenthread.gatherings.bookings.waiting_list import move_on
from goldenthread.journal.note import note
from goldenthread.kit.registry import rooms
from goldenthread.people.models import Person


@transaction.atomic
def take_back(brought: Import, *, now: datetime, by: Person) -> tuple[int, int]:
    """How many bookings went, and how many stayed because somebody acted on them. Pressed twice, nothing more goes."""
    opening = Opening.objects.in_turn(brought.gathering_id)
    untouched, stayed = who_goes(brought)
    forget_with_their_bookings([booking.pk for booking in untouched])
    mine, _rows = Import.objects.filter(pk=brought.pk).delete()
    if mine:
        note(by, "took back a list", opening.gathering)
        move_on(opening, now)
    return len(untouched), len(stayed)


def who_goes(brought: Import) -> tuple[Sequence[Booking], Sequence[Booking]]:
    """Those that nothing happened to since, and those that stay."""
    rows = ImportedLine.objects.filter(brought_by=brought.pk).select_related("booking__person", "booking__brought_in")
    lines = list(rows.order_by("line"))
    keys = [line.booking_id for line in lines]
    took_part = {key for room in rooms(RoomAboveBookings) for key in room.took_part(keys)}
    goes = {line.booking_id: not (line.booking_id in took_part or was_acted_on(line)) for line in lines}
    bookings = [line.booking for line in lines]
    return [row for row in bookings if goes[row.pk]], [row for row in bookings if not goes[row.pk]]


def was_acted_on(line: ImportedLine) -> bool:
    """Whether they answered or claimed their page, or have our e-mail. That the line moved is nobody's act."""
    booking = line.booking
    is_theirs = booking.person is not None and bool(booking.person.email or booking.person.joined_at)
    moved_by_itself = line.stood == State.WAITING and booking.state in {State.OFFERED, State.EXPECTED}
    was_asked = hasattr(booking, "brought_in") and booking.brought_in.asked_at is not None
    return is_theirs or was_asked or (booking.state != line.stood and not moved_by_itself)
