"""Tables as they were really held: who sat there and was in the room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.presence import was_there
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Round, Seat, Table
from goldenthread.threads.models import Where

ALWAYS = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class HeldTable:
    """One table in one round, and those who were there."""

    round: Round
    table: Table
    bookings: tuple[Booking, ...]

    def where(self, gathering: Gathering) -> Where:
        return Where(place_of(gathering), gathering.title, self.round.number, self.table.label)

    @property
    def people(self) -> list[int]:
        return [booking.person_id for booking in self.bookings if booking.person_id]


def place_of(gathering: Gathering) -> str:
    return f"gathering:{gathering.pk}"


def window(round_: Round, gathering: Gathering) -> tuple[datetime, datetime] | None:
    """From when until when a round lasts; one without an hour lasts as long as the gathering."""
    start, end = round_.starts_at or gathering.starts_at, round_.ends_at or gathering.ends_at
    return (start, end) if start and end else None


def rounds_of(gathering: Gathering) -> list[Round]:
    """Of the version that people were told."""
    mix = told_to(gathering)
    return list(mix.arrangement.rounds.order_by("number")) if mix else []


def now_and_next(gathering: Gathering, now: datetime) -> tuple[Round | None, Round | None]:
    """The round that is held at this moment, and the one that comes; neither, while the day is off or not known."""
    if gathering.is_called_off or gathering.is_postponed or gathering.day is None:
        return None, None
    timed = [(round_, window(round_, gathering)) for round_ in rounds_of(gathering) if round_.starts_at]
    current = next((round_ for round_, lasts in timed if lasts and lasts[0] <= now < lasts[1]), None)
    return current, next((round_ for round_, lasts in timed if lasts and lasts[0] > now), None)


def tables_held(gathering: Gathering, rounds: Sequence[Round]) -> list[HeldTable]:
    """Each table of these rounds with those who were in the room then. In four queries, however many they are."""
    mix = told_to(gathering)
    if mix is None or not rounds:
        return []
    presses, begins = gathering.arrivals.presses(), gathering.starts_at or ALWAYS
    seats = mix.seats.filter(round__in=rounds).select_related("booking__person", "table", "round")
    seats_by_table: dict[tuple[int, int], list[Seat]] = {}
    for seat in seats.order_by("round__number", "table__number", "pk"):
        lasts = window(seat.round, gathering)
        own_presses = presses.get(seat.booking_id, [])
        if lasts and was_there(own_presses, begins, start=lasts[0], end=lasts[1]):
            seats_by_table.setdefault((seat.round_id, seat.table_id), []).append(seat)
    return list(_tables(seats_by_table))


def _tables(seats_by_table: dict[tuple[int, int], list[Seat]]) -> Iterator[HeldTable]:
    for seats in seats_by_table.values():
        yield HeldTable(seats[0].round, seats[0].table, tuple(seat.booking for seat in seats))
