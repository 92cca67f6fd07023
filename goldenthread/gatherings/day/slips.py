"""Slips of paper for those without a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.at_the_door import slip_of
from goldenthread.gatherings.day.models import WAS_HERE
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Round, Seat, Table
from goldenthread.mixing.sheet.names import first


@dataclass(frozen=True)
class Place:
    """One round on a slip: the table, and the first names of those who sit there."""

    round: Round
    table: Table
    others: tuple[str, ...]


@dataclass(frozen=True)
class Slip:
    """One person's day on paper."""

    name: str
    places: tuple[Place, ...]
    code: str


def slips(gathering: Gathering) -> list[Slip]:
    """By name. Two queries, however many they are."""
    told = told_to(gathering)
    if told is None:
        return []
    seats = list(told.seats.select_related("booking__person", "round", "table").order_by("round__number", "pk"))
    around: dict[tuple[int, int], list[Seat]] = {}
    mine: dict[int, list[Seat]] = {}
    for seat in seats:
        around.setdefault((seat.round_id, seat.table_id), []).append(seat)
        mine.setdefault(seat.booking_id, []).append(seat)
    made = [
        Slip(own[0].booking.known_as, tuple(_places(own, around)), slip_of(own[0].booking)) for own in mine.values()
    ]
    return sorted(made, key=lambda slip: slip.name.casefold())


def who_came(gathering: Gathering) -> list[Booking]:
    """Those of whom a slip may lie in the basket, by name."""
    standings = gathering.arrivals.standings()
    here = [key for key, standing in standings.items() if standing in WAS_HERE]
    bookings = gathering.bookings.filter(pk__in=here).select_related("person")
    return sorted(bookings.defer("needs", "supporter", "line"), key=lambda one: (one.known_as.casefold(), one.pk))


def _places(mine: list[Seat], around: dict[tuple[int, int], list[Seat]]) -> Iterator[Place]:
    for seat in mine:
        others = [one for one in around[seat.round_id, seat.table_id] if one.booking_id != seat.booking_id]
        names = first([one.booking.known_as for one in others])
        yield Place(seat.round, seat.table, tuple(sorted(names)))
