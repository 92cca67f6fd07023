"""A version as convenors look at it: round by round, table by table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.coming import who_comes
from goldenthread.gatherings.tables.models import Mix, Round, Seat, Table


@dataclass(frozen=True)
class AtTable:
    """Who sits at a table in a round."""

    table: Table
    seats: tuple[Seat, ...]
    people: int

    @property
    def is_too_full(self) -> bool:
        return self.people > self.table.most


def rounds_of(mix: Mix) -> list[tuple[Round, list[AtTable]]]:
    """Hosts first, then by name; tables at which nobody sits are left out."""
    there: dict[tuple[int, int], list[Seat]] = defaultdict(list)
    for seat in mix.seats.select_related("booking__person").order_by("pk"):
        there[seat.round_id, seat.table_id].append(seat)
    tables = list(mix.arrangement.tables.order_by("number"))
    return [
        (round_, [_at(table, there[round_.pk, table.pk]) for table in tables if there[round_.pk, table.pk]])
        for round_ in mix.arrangement.rounds.order_by("number")
    ]


def _at(table: Table, seats: list[Seat]) -> AtTable:
    seats.sort(key=lambda seat: (seat.booking_id != table.host_id, seat.booking.known_as.casefold(), seat.pk))
    return AtTable(table, tuple(seats), sum(seat.booking.seats for seat in seats))


def left_and_new(mix: Mix) -> tuple[list[str], list[str]]:
    """Names of those who have a seat here and do not come any more, and of those who come and have none."""
    seated = set(mix.seats.values_list("booking", flat=True))
    coming = {booking.pk: booking.known_as for booking in who_comes(mix.arrangement.gathering)}
    left = Booking.objects.filter(pk__in=seated - coming.keys()).select_related("person").order_by("name", "pk")
    return [booking.known_as for booking in left], sorted(coming[key] for key in coming.keys() - seated)
