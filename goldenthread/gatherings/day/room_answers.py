"""What the day answers: who is here, what they show at the door, and whose an arrival and a tick are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db.models import Model, QuerySet

from goldenthread.gatherings.bookings.above import DoorCode
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.acts import ACTS
from goldenthread.gatherings.day.arriving import was_no_walk_in
from goldenthread.gatherings.day.door_qr_code import code_of
from goldenthread.gatherings.day.keeping import KEPT
from goldenthread.gatherings.day.models import GONE, PRESENT, Arrival, Tick
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.above import RoomAboveTables
from goldenthread.gatherings.tables.mine import as_called
from goldenthread.journal.above import Act
from goldenthread.kit.keeping import Kept
from goldenthread.people.above import NameOfAnother, OwnedRows
from goldenthread.people.models import Person


class Day(RoomAboveTables):
    """The day, as those below it see it."""

    def kept(self) -> Sequence[Kept]:
        return KEPT

    def acts(self) -> Sequence[Act]:
        return ACTS

    def owned_rows(self) -> Mapping[type[Model], OwnedRows]:
        return {Arrival: _arrivals_of, Tick: _ticks_by}

    def names_of_others(self) -> Mapping[tuple[type[Model], str], NameOfAnother]:
        return {(Tick, "to"): _as_ticked}

    def door_code(self, booking: Booking) -> DoorCode | None:
        return code_of(booking)

    def ended_for_them(self, booking: Booking, *, now: datetime, by: Person) -> None:
        was_no_walk_in(booking, now=now, by=by)

    def took_part(self, bookings: Collection[int]) -> Collection[int]:
        return set(Arrival.objects.filter(booking__in=bookings).values_list("booking", flat=True))

    def present(self, gathering: Gathering) -> Collection[int] | None:
        standings = gathering.arrivals.standings()
        bookings = {booking for booking, standing in standings.items() if standing in PRESENT}
        return bookings or None

    def gone(self, gathering: Gathering) -> Collection[int]:
        standings = gathering.arrivals.standings()
        return {booking for booking, standing in standings.items() if standing in GONE}


def _arrivals_of(person: Person) -> QuerySet[Arrival]:
    """Of whoever came, not of whoever wrote it down."""
    return Arrival.objects.filter(booking__person=person)


def _ticks_by(person: Person) -> QuerySet[Tick]:
    """Of whoever set it, and never of the other."""
    return Tick.objects.filter(by__person=person)


def _as_ticked(tick: Tick, person: Person) -> str:
    """As they stood on the page of ticks."""
    return as_called(tick.to, person)[0]
