"""Slips of paper for those without a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.door_qr_code import slip_of
from goldenthread.gatherings.day.models import WAS_HERE
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Round, Seat, Table
from goldenthread.kit.name_order import by_first_name
from goldenthread.mixing.sheet.names import first


@dataclass(frozen=True)
class SlipRow:
    """One round on a slip: the table, and the first names of those who sit there."""

    round: Round
    table: Table
    others: tuple[str, ...]


@dataclass(frozen=True)
class Slip:
    """One person's day on paper."""

    name: str
    places: tuple[SlipRow, ...]
    code: str


def slips(gathering: Gathering) -> list[Slip]:
    """By name. Two queries, however many they are."""
    mix = told_to(gathering)
    if mix is None:
        return []
    seats = list(mix.seats.select_related("booking__person", "round", "table").order_by("round__number", "pk"))
    around: dict[tuple[int, int], list[Seat]] = {}
    mine: dict[int, list[Seat]] = {}
    for seat in seats:
        around.setdefault((seat.round_id, seat.table_id), []).append(seat)
        mine.setdefault(seat.booking_id, []).append(seat)
    made = [
        Slip(own[0].booking.known_as, tuple(_places(own, around)), slip_of(own[0].booking))
        for own in mine.values()
        if own[0].booking.is_named
    ]
    return sorted(made, key=lambda slip: by_first_name(slip.name))


def who_came(gathering: Gathering) -> list[Booking]:
    """Those of whom a slip may lie in the basket, by name."""
    standings = gathering.arrivals.standings()
    came = [key for key, standing in standings.items() if standing in WAS_HERE]
    bookings = gathering.bookings.filter(pk__in=came).select_related("person")
    return sorted(
        bookings.defer("needs", "table_needs", "supporter", "line"),
        key=lambda booking: (by_first_name(booking.listed_as), booking.pk),
    )


def _places(mine: list[Seat], around: dict[tuple[int, int], list[Seat]]) -> Iterator[SlipRow]:
    for seat in mine:
        others = [
            seat_beside
            for seat_beside in around[seat.round_id, seat.table_id]
            if seat_beside.booking_id != seat.booking_id and seat_beside.booking.is_named
        ]
        names = first([seat_beside.booking.known_as for seat_beside in others])
        yield SlipRow(seat.round, seat.table, tuple(sorted(names, key=by_first_name)))
