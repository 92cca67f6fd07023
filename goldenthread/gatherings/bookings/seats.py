"""How many seats are free, and for whom. Ask it while the opening is locked, or only to show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State
from goldenthread.kit.sql import query

# Seats that are taken; places held today that nobody has taken yet, by sector; and whether anybody waits. All of it stands in
# one index. Grouped by sector it would be sorted for every press, which took three times as long. The words for how a booking
# stands are written out as in the condition of that index: SQLite uses one with a condition only for a question that repeats it.
SEATS = """
    SELECT 'taken', '', SUM(seats) FROM bookings_booking
     WHERE gathering_id = %s AND state IN ('kept', 'coming', 'expected', 'offered')
     UNION ALL
    SELECT 'held', held.sector, held.places - COALESCE((
               SELECT SUM(seats) FROM bookings_booking
                WHERE gathering_id = %s AND state IN ('kept', 'coming', 'expected', 'offered') AND held_for = held.sector), 0)
      FROM bookings_heldplaces held WHERE held.opening_id = %s AND held.until >= %s
     UNION ALL
    SELECT 'waiting', '', 1 WHERE EXISTS (SELECT 1 FROM bookings_booking WHERE gathering_id = %s AND state = 'waiting')"""
# A gathering of which nobody said how many it holds.
NO_LIMIT = 10**9


@dataclass(frozen=True)
class Seats:
    """The seats of one gathering: all of them, those taken, and those still held for a sector."""

    places: int
    taken: int
    held: dict[str, int]
    # Whether anybody waits for one.
    has_waiting_list: bool = False

    @property
    def free(self) -> int:
        """For anybody, whatever their hats. Below nothing after the convenors asked for a smaller room."""
        return self.places - self.taken - sum(self.held.values())

    def for_hats(self, sectors: Iterable[str], wanted: int) -> str | None:
        """The sector whose held seats to take, "" for a seat of everybody's, None where there are too few."""
        if not self.taken + wanted <= self.places:
            return None
        held = next((sector for sector in sectors if self.held.get(sector, 0) >= wanted), None)
        return held if held is not None else "" if self.free >= wanted else None


def seats_of(opening: Opening, now: datetime) -> Seats:
    """Counted, never remembered: what is counted while the opening is locked cannot be wrong."""
    where, today = opening.gathering_id, timezone.localdate(now)
    counted = query(SEATS, where, where, opening.pk, today, where)
    places = opening.gathering.places
    return Seats(
        places=NO_LIMIT if places is None else places,
        taken=sum(seats or 0 for what, _sector, seats in counted if what == "taken"),
        held={sector: max(0, free) for what, sector, free in counted if what == "held"},
        has_waiting_list=any(what == "waiting" for what, *_ in counted),
    )


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


def has_room(booking: Booking, opening: Opening, now: datetime) -> bool:
    """For a supporter, too: another seat for somebody who sits, and nobody is overtaken by it."""
    if not booking.is_seated:
        return True
    seats = seats_of(opening, now)
    held = [booking.held_for] if booking.held_for else []
    return not seats.has_waiting_list and seats.for_hats(held, 1) is not None
